package eu.urbact.infocus.notification.mail.events;

import java.util.Set;
import java.util.UUID;
import jakarta.enterprise.context.ApplicationScoped;

import eu.urbact.infocus.chassis.inbox.EventHandler;
import eu.urbact.infocus.chassis.inbox.IncomingEvent;
import eu.urbact.infocus.notification.mail.ForgetRecipient;

/** Whoever registration-service has forgotten is forgotten here, too. */
@ApplicationScoped
class ForgottenPeopleHandler implements EventHandler {

    private static final String ERASED = "eu.urbact.infocus.registration.application-erased.v1";
    private static final String FORGOTTEN = "eu.urbact.infocus.registration.invitation-forgotten.v1";

    private final ForgetRecipient forgetRecipient;

    ForgottenPeopleHandler(ForgetRecipient forgetRecipient) {
        this.forgetRecipient = forgetRecipient;
    }

    @Override
    public Set<String> types() {
        return Set.of(ERASED, FORGOTTEN);
    }

    @Override
    public void handle(IncomingEvent event) {
        String id = event.type().equals(ERASED) ? "applicationId" : "invitationId";
        forgetRecipient.forget(UUID.fromString(event.data().path(id).textValue()));
    }
}
