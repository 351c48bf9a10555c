package eu.urbact.infocus.chassis.rest;

import jakarta.ws.rs.container.ContainerRequestContext;

import org.jboss.resteasy.reactive.server.ServerRequestFilter;

import eu.urbact.infocus.chassis.problem.CommonProblem;
import eu.urbact.infocus.chassis.problem.Problems;

/** Refuses U+0000 in paths and queries: PostgreSQL's text cannot hold it, and no honest request has it. */
class NulFilter {

    @ServerRequestFilter(preMatching = true)
    void refuseNul(ContainerRequestContext request) {
        if (request.getUriInfo().getRequestUri().getRawSchemeSpecificPart().contains("%00")) {
            throw Problems.of(CommonProblem.MALFORMED, "The address holds a character that is not allowed.");
        }
    }
}
