package eu.urbact.infocus.portal.myapplication;

import jakarta.enterprise.context.ApplicationScoped;

import io.vertx.core.http.HttpServerRequest;

import eu.urbact.infocus.portal.shell.PersonalLinks;
import eu.urbact.infocus.portal.shell.services.Answer;
import eu.urbact.infocus.portal.shell.services.OwnApplication;
import eu.urbact.infocus.portal.shell.services.Services;

/** The applications that personal links open. */
@ApplicationScoped
class OwnApplications {

    private final Services services;

    OwnApplications(Services services) {
        this.services = services;
    }

    /** The application that the link opens. */
    Answer<OwnApplication> find(String token, HttpServerRequest request) {
        String address = PersonalLinks.address(request);
        return PersonalLinks.ask(token, () -> services.registration(client -> client.ownApplication(token, address)));
    }
}
