package eu.urbact.infocus.chassis.rest;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Set;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;

import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.ext.web.RoutingContext;
import org.eclipse.microprofile.config.inject.ConfigProperty;

import eu.urbact.infocus.chassis.problem.CommonProblem;
import eu.urbact.infocus.chassis.problem.Problems;

/**
 * Stands between a body and what is made of it. What a resource takes as an object is JSON and nothing else: the framework would also make
 * one of plain text, by a constructor that happens to take a single text, and what the text says would be kept as it is. And a body of which
 * nobody has said how long it is ends, as the others do, where too much has come, or where the caller has gone away; neither is our failure.
 */
@Provider
class BodyReading implements ReaderInterceptor {

    /** What a resource takes when it reads a file itself, of the media types that it names. */
    private static final Set<Class<?>> AS_IT_CAME = Set.of(byte[].class, String.class, InputStream.class);

    private final long most;
    private final CurrentVertxRequest current;

    BodyReading(
            @ConfigProperty(name = "quarkus.http.limits.max-body-size") MemorySize most, CurrentVertxRequest current) {
        this.most = most.asLongValue();
        this.current = current;
    }

    @Override
    public Object aroundReadFrom(ReaderInterceptorContext context) throws IOException {
        if (!AS_IT_CAME.contains(context.getType()) && !isJson(context.getMediaType())) {
            throw Problems.of(CommonProblem.UNSUPPORTED_MEDIA_TYPE, "Send it as application/json.");
        }
        Counted body = new Counted(context.getInputStream(), most);
        context.setInputStream(body);
        try {
            return context.proceed();
        } catch (IOException | RuntimeException failure) {
            // what reads it may have wrapped what it met
            if (body.isTooLong) {
                hangUp();
                throw Problems.of(CommonProblem.TOO_LARGE, BodyLimit.AT_MOST.formatted(most));
            }
            if (body.isBrokenOff) {
                throw Problems.of(CommonProblem.MALFORMED, "The body did not arrive completely.");
            }
            throw failure;
        }
    }

    private static boolean isJson(MediaType type) {
        return type.getType().equalsIgnoreCase(MediaType.APPLICATION_JSON_TYPE.getType())
                && type.getSubtype().equalsIgnoreCase(MediaType.APPLICATION_JSON_TYPE.getSubtype());
    }

    /** What comes yet is not read. */
    private void hangUp() {
        RoutingContext request = current.getCurrent();
        request.response().putHeader("Connection", "close");
        request.addEndHandler(answered -> request.request().connection().close());
    }

    /** Ends with a failure behind so many bytes, and remembers how it ended. */
    private static final class Counted extends FilterInputStream {

        private final long most;
        private long read;
        private boolean isTooLong;
        private boolean isBrokenOff;

        Counted(InputStream body, long most) {
            super(body);
            this.most = most;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int came;
            try {
                came = super.read(buffer, offset, length);
            } catch (IOException e) {
                isBrokenOff = true;
                throw e;
            }
            read += Math.max(0, came);
            if (read > most) {
                isTooLong = true;
                throw new IOException("too long");
            }
            return came;
        }

        @Override
        public boolean markSupported() {
            return false;
        }

        /** Closing reads to the end, which may never come. */
        @Override
        public void close() throws IOException {
            if (!isTooLong && !isBrokenOff) {
                super.close();
            }
        }
    }
}
