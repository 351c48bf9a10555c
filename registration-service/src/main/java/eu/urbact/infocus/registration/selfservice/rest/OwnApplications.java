package eu.urbact.infocus.registration.selfservice.rest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;

import eu.urbact.infocus.chassis.problem.Problems;
import eu.urbact.infocus.chassis.rest.EntityTags;
import eu.urbact.infocus.registration.application.Application;
import eu.urbact.infocus.registration.application.Applications;
import eu.urbact.infocus.registration.selfservice.ApplicationLinks;

/** Opens the link that people send along with whatever they read and change about themselves. */
@ApplicationScoped
public class OwnApplications {

    /** The request header that carries the link's token. */
    public static final String LINK_HEADER = "Application-Link";

    private final ApplicationLinks links;
    private final Applications applications;

    OwnApplications(ApplicationLinks links, Applications applications) {
        this.links = links;
        this.applications = applications;
    }

    /** The application behind a link; 404 for every link that opens nothing, whatever the cause. */
    public Application find(String token) {
        return links.find(token).orElseThrow(Problems::notFound);
    }

    /** Locked, as it is now: of two requests that come at once the second sees what the first has left. */
    public Application findToChange(String token) {
        Application application = applications.toChange(find(token).id());
        if (application.isErased()) {
            throw Problems.notFound();
        }
        return application;
    }

    /**
     * Passes when {@code ifMatch} names the current version, and for those who send the same twice, as with a double click: they have
     * overwritten nothing.
     *
     * @param same whether what they say stands there already
     */
    public static void requireSeen(String ifMatch, long current, boolean same) {
        if (!EntityTags.matches(ifMatch, EntityTags.of(current)) && !same) {
            EntityTags.require(ifMatch, current);
        }
    }

    /** An answer that is about the person and stays in no cache. */
    public static Response.ResponseBuilder answer(Object own) {
        return Response.ok(own).header(HttpHeaders.CACHE_CONTROL, "no-store");
    }
}
