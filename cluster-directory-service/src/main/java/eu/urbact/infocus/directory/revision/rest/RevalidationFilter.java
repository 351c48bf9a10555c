package eu.urbact.infocus.directory.revision.rest;

import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.stream.Stream;
import jakarta.inject.Provider;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.CacheControl;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Variant;

import eu.urbact.infocus.chassis.rest.EntityTags;
import eu.urbact.infocus.directory.revision.DirectoryRevisions;
import eu.urbact.infocus.directory.revision.Revalidated;

/**
 * Compares the reader's revision with the directory's before any other work is done. Where one address has several formats, the format
 * belongs to the tag. The tags are weak: they stand for what is said, packed on the way or not, and a strong one would have to be another
 * for each coding.
 */
@jakarta.ws.rs.ext.Provider
@Revalidated
class RevalidationFilter implements ContainerRequestFilter, ContainerResponseFilter {

    /** Eight digits, so that a revision and a day never look like another revision and day. */
    private static final DateTimeFormatter DAY = DateTimeFormatter.BASIC_ISO_DATE;

    private static final String VERSION = "infocus.directory.version";
    private static final String FORMAT = "infocus.directory.format";

    private final DirectoryRevisions revisions;
    // asked for with each request: this filter is made before the configuration of the clock can be read
    private final Provider<Clock> clock;

    private final ResourceInfo resource;

    RevalidationFilter(DirectoryRevisions revisions, Provider<Clock> clock, ResourceInfo resource) {
        this.revisions = revisions;
        this.clock = clock;
        this.resource = resource;
    }

    @Override
    public void filter(ContainerRequestContext request) {
        // The day is part of it: what clusters offer and look for ends with a day, without a change. Read before the
        // data: an answer may then be newer than its tag, which costs a second look, but never older.
        String version = "v" + revisions.current() + DAY.format(LocalDate.now(clock.get()));
        request.setProperty(VERSION, version);
        List<Variant> formats = formats();
        if (formats.size() > 1) {
            // this also says, with 304 too, that the answer varies with Accept
            Variant likely = request.getRequest().selectVariant(formats);
            if (likely == null) {
                return;
            }
            request.setProperty(FORMAT, likely.getMediaType());
        }
        String tag = "\"" + tag(request).getValue() + "\"";
        if (EntityTags.isKnown(request.getHeaderString(HttpHeaders.IF_NONE_MATCH), tag)) {
            request.abortWith(Response.notModified().build());
        }
    }

    private List<Variant> formats() {
        Produces produces = resource.getResourceMethod().getAnnotation(Produces.class);
        return produces == null
                ? List.of()
                : Stream.of(produces.value())
                        .map(format -> new Variant(MediaType.valueOf(format), (String) null, null))
                        .toList();
    }

    private static EntityTag tag(ContainerRequestContext request) {
        return new EntityTag(
                request.getProperty(VERSION)
                        + (request.getProperty(FORMAT) instanceof MediaType format ? "-" + format.getSubtype() : ""),
                true);
    }

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        boolean sent = response.getStatus() == Response.Status.OK.getStatusCode();
        if (request.getProperty(VERSION) != null
                && (sent || response.getStatus() == Response.Status.NOT_MODIFIED.getStatusCode())) {
            if (sent && request.getProperty(FORMAT) != null) {
                // what the resource has chosen in the end
                request.setProperty(FORMAT, response.getMediaType());
            }
            CacheControl revalidate = new CacheControl();
            revalidate.setNoCache(true);
            response.getHeaders().putSingle(HttpHeaders.ETAG, tag(request));
            response.getHeaders().putSingle(HttpHeaders.CACHE_CONTROL, revalidate);
            response.getHeaders().add(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING);
        }
    }
}
