package eu.urbact.infocus.portal.shell.services;

import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;

import org.eclipse.microprofile.rest.client.ext.ResponseExceptionMapper;

/** Reads the problem details of a service's refusal. */
public class RefusalMapper implements ResponseExceptionMapper<RuntimeException> {

    @Override
    public boolean handles(int status, MultivaluedMap<String, Object> headers) {
        return status >= 400;
    }

    @Override
    public RuntimeException toThrowable(Response response) {
        return new ServiceRefusal(read(response));
    }

    private static Problem read(Response response) {
        int status = response.getStatus();
        String type = response.getHeaderString("Content-Type");
        if (type == null || !type.contains("json") || !response.hasEntity()) {
            return Problem.ofStatus(status);
        }
        try {
            Problem problem = response.readEntity(Problem.class);
            return problem == null
                    ? Problem.ofStatus(status)
                    : new Problem(
                            problem.type(),
                            problem.title(),
                            status,
                            problem.detail(),
                            problem.errors(),
                            problem.by(),
                            problem.at(),
                            problem.yourself());
        } catch (ProcessingException | IllegalStateException e) {
            // an unreadable refusal is still a refusal
            return Problem.ofStatus(status);
        }
    }
}
