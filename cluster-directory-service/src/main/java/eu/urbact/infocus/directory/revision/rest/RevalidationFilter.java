package eu.urbact.infocus.directory.revision.rest;

import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import jakarta.inject.Provider;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.CacheControl;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;

import eu.urbact.infocus.chassis.rest.EntityTags;
import eu.urbact.infocus.directory.revision.DirectoryRevisions;
import eu.urbact.infocus.directory.revision.Revalidated;

/** Compares the reader's revision with the directory's before any other work is done. */
@jakarta.ws.rs.ext.Provider
@Revalidated
class RevalidationFilter implements ContainerRequestFilter, ContainerResponseFilter {

    /** Eight digits, so that a revision and a day never look like another revision and day. */
    private static final DateTimeFormatter DAY = DateTimeFormatter.BASIC_ISO_DATE;

    private static final String TAG = "infocus.directory.entity-tag";

    private final DirectoryRevisions revisions;
    // asked for with each request: this filter is made before the configuration of the clock can be read
    private final Provider<Clock> clock;

    RevalidationFilter(DirectoryRevisions revisions, Provider<Clock> clock) {
        this.revisions = revisions;
        this.clock = clock;
    }

    @Override
    public void filter(ContainerRequestContext request) {
        // The day is part of it: what clusters offer and look for ends with a day, without a change. Read before the
        // data: an answer may then be newer than its tag, which costs a second look, but never older.
        EntityTag tag = new EntityTag("v" + revisions.current() + DAY.format(LocalDate.now(clock.get())));
        request.setProperty(TAG, tag);
        if (EntityTags.isKnown(request.getHeaderString(HttpHeaders.IF_NONE_MATCH), "\"" + tag.getValue() + "\"")) {
            request.abortWith(Response.notModified().build());
        }
    }

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        if (request.getProperty(TAG) instanceof EntityTag tag
                && (response.getStatus() == Response.Status.OK.getStatusCode()
                        || response.getStatus() == Response.Status.NOT_MODIFIED.getStatusCode())) {
            CacheControl revalidate = new CacheControl();
            revalidate.setNoCache(true);
            response.getHeaders().putSingle(HttpHeaders.ETAG, tag);
            response.getHeaders().putSingle(HttpHeaders.CACHE_CONTROL, revalidate);
        }
    }
}
