package eu.urbact.infocus.registration.attendance;

import java.util.Optional;
import jakarta.enterprise.context.ApplicationScoped;

import eu.urbact.infocus.registration.application.Application;
import eu.urbact.infocus.registration.selfservice.ApplicationLinks;

/** What a scanner reads off a person's ticket. */
@ApplicationScoped
public class DoorTickets {

    private final ApplicationLinks links;

    DoorTickets(ApplicationLinks links) {
        this.links = links;
    }

    /** The application behind what was scanned: the portal's address for it, or the bare token. Empty for anything else, whatever the cause. */
    public Optional<Application> find(String scanned) {
        if (scanned == null) {
            return Optional.empty();
        }
        String text = scanned.strip();
        return links.findByTicket(text.substring(text.lastIndexOf('/') + 1));
    }
}
