package eu.urbact.infocus.portal.waitinglist;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;

import io.quarkus.vertx.http.runtime.CurrentVertxRequest;

import eu.urbact.infocus.portal.shell.PersonalLinks;
import eu.urbact.infocus.portal.shell.services.Answer;
import eu.urbact.infocus.portal.shell.services.OwnWaiting;
import eu.urbact.infocus.portal.shell.services.Services;

/** About where a person stands on the waiting list; "my application" says it, too. */
@Named("ownBand")
@ApplicationScoped
public class OwnBand {

    private final Services services;
    private final CurrentVertxRequest request;

    OwnBand(Services services, CurrentVertxRequest request) {
        this.services = services;
        this.request = request;
    }

    /** Where the person behind this link stands. */
    public Answer<OwnWaiting> of(String token) {
        return PersonalLinks.ask(
                token,
                () -> services.waitingList(client -> client.own(
                        token, PersonalLinks.address(request.getCurrent().request()))));
    }
}
