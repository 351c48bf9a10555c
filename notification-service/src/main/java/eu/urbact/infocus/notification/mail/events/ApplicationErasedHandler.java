package eu.urbact.infocus.notification.mail.events;

import java.util.Set;
import java.util.UUID;
import jakarta.enterprise.context.ApplicationScoped;

import eu.urbact.infocus.chassis.inbox.EventHandler;
import eu.urbact.infocus.chassis.inbox.IncomingEvent;
import eu.urbact.infocus.notification.mail.ForgetRecipient;

/** Whoever registration-service has forgotten is forgotten here, too. */
@ApplicationScoped
class ApplicationErasedHandler implements EventHandler {

    private static final String TYPE = "eu.urbact.infocus.registration.application-erased.v1";

    private final ForgetRecipient forgetRecipient;

    ApplicationErasedHandler(ForgetRecipient forgetRecipient) {
        this.forgetRecipient = forgetRecipient;
    }

    @Override
    public Set<String> types() {
        return Set.of(TYPE);
    }

    @Override
    public void handle(IncomingEvent event) {
        forgetRecipient.forget(
                UUID.fromString(event.data().path("applicationId").textValue()));
    }
}
