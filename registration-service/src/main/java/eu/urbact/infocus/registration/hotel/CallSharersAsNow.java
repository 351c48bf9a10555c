package eu.urbact.infocus.registration.hotel;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import eu.urbact.infocus.registration.application.Application;
import eu.urbact.infocus.registration.application.Renamed;

/**
 * Somebody whom others name for their double room is called otherwise: their words follow, so that whoever is to be told, or to be forgotten, is
 * found there.
 */
@ApplicationScoped
class CallSharersAsNow {

    private final HotelRequests requests;

    CallSharersAsNow(HotelRequests requests) {
        this.requests = requests;
    }

    /** In the transaction of the correction; only requests are locked, each after the application of whoever is called otherwise. */
    void when(@Observes Renamed renamed) {
        Application application = renamed.application();
        requests.callAsNow(
                application.id(),
                renamed.givenName(),
                renamed.familyName(),
                application.givenName() + " " + application.familyName());
    }
}
