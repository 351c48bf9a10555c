package eu.urbact.infocus.directory.revision.rest;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.CacheControl;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.Provider;

import eu.urbact.infocus.directory.revision.DirectoryRevisions;
import eu.urbact.infocus.directory.revision.Revalidated;

/** Compares the reader's revision with the directory's before any other work is done. */
@Provider
@Revalidated
class RevalidationFilter implements ContainerRequestFilter, ContainerResponseFilter {

    private static final String TAG = "infocus.directory.entity-tag";

    private final DirectoryRevisions revisions;

    RevalidationFilter(DirectoryRevisions revisions) {
        this.revisions = revisions;
    }

    @Override
    public void filter(ContainerRequestContext request) {
        // Read before the data: an answer may then be newer than its tag, which costs a second look, but never older.
        EntityTag tag = new EntityTag("v" + revisions.current());
        request.setProperty(TAG, tag);
        Response.ResponseBuilder notModified = request.getRequest().evaluatePreconditions(tag);
        if (notModified != null) {
            request.abortWith(notModified.build());
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
