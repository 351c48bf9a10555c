package eu.urbact.infocus.portal.desk;

import java.io.InputStream;
import java.net.URI;
import java.time.Clock;
import java.time.LocalDate;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriBuilder;

import io.smallrye.common.annotation.Blocking;

import eu.urbact.infocus.portal.shell.Download;
import eu.urbact.infocus.portal.shell.Shell;
import eu.urbact.infocus.portal.shell.security.Visitor;
import eu.urbact.infocus.portal.shell.services.Call;
import eu.urbact.infocus.portal.shell.services.Services;

import static eu.urbact.infocus.portal.shell.Sent.text;

/** The list of applications as a file, passed on piece by piece as registration-service sends it. */
@Path("/org/w/{slug}/applications-file")
@RolesAllowed(Visitor.ORGANISER)
@Blocking
public class DeskDownload {

    private final Services services;
    private final Shell shell;
    private final Searches searches;
    private final Clock clock;

    DeskDownload(Services services, Shell shell, Searches searches, Clock clock) {
        this.services = services;
        this.shell = shell;
        this.searches = searches;
        this.clock = clock;
    }

    /** Where a sign-in that was asked for on the way comes back to. */
    @GET
    public Response afterSignIn(@PathParam("slug") String slug) {
        return Response.seeOther(UriBuilder.fromPath("/org/w/{slug}/admission").build(slug))
                .build();
    }

    /** A form and not a link, so that no other site can make an organiser download, and because the words of a search are in no address. */
    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response download(@PathParam("slug") String slug, MultivaluedMap<String, String> sent) {
        String format = text(sent, "format").isEmpty() ? "csv" : text(sent, "format");
        PlanFilter filter = PlanFilter.of(slug, sent, searches);
        if (!Download.isFormat(format)) {
            throw new NotFoundException();
        }
        if (filter.isForgotten()) {
            // everybody instead of those who were searched for would be a file that nobody has asked for
            String back = text(sent, "list").equals("plan")
                    ? filter.href(0)
                    : DeskFilter.of(slug, sent, searches).href(0);
            return Response.seeOther(URI.create(back)).build();
        }
        Call call = services.callOf(slug).orThrow();
        InputStream file = services.exports(
                        client -> client.applicationsFile(shell.getVisitor().bearer(), format, filter.query(call)))
                .orThrow();
        return Download.inPieces(file, "applications-" + LocalDate.now(clock), format);
    }
}
