package eu.urbact.infocus.registration.recipient;

import java.util.Optional;
import jakarta.enterprise.context.ApplicationScoped;

import eu.urbact.infocus.registration.application.Application;
import eu.urbact.infocus.registration.application.ApplicationState;
import eu.urbact.infocus.registration.delegation.Invitation;
import eu.urbact.infocus.registration.delegation.InvitationLinks;
import eu.urbact.infocus.registration.programmeview.Workshop;
import eu.urbact.infocus.registration.selfservice.ApplicationLinks;

/** The addresses in the portal that are one person's own, and the organisers' one for when there is no person any more. */
@ApplicationScoped
public class PersonalPages {

    private final ApplicationLinks links;
    private final InvitationLinks invitationLinks;
    private final String portal;

    PersonalPages(ApplicationLinks links, InvitationLinks invitationLinks, PortalConfig config) {
        this.links = links;
        this.invitationLinks = invitationLinks;
        this.portal = config.baseUrl().toString().replaceFirst("/$", "");
    }

    /** Opens the person's own application. */
    public String myApplication(Application application) {
        return portal + "/en/my/" + links.token(application);
    }

    /** Opens the person's invitation. */
    public String invitation(Invitation invitation) {
        return portal + "/en/invitation/" + invitationLinks.token(invitation);
    }

    /** Where organisers decide who comes; opens only for them. */
    public String admissionDesk(Workshop workshop) {
        return portal + "/org/w/" + workshop.slug() + "/admission";
    }

    /** The workshop's page, which is everybody's. */
    public String workshop(String slug) {
        return portal + "/en/w/" + slug;
    }

    /** What the code on the person's ticket says; the door opens it. Only who has a place has a ticket, and nobody who was forgotten. */
    public Optional<String> ticket(Application application) {
        return application.state() == ApplicationState.ADMITTED && !application.isErased()
                ? Optional.of(portal + "/desk/t/" + links.ticket(application))
                : Optional.empty();
    }
}
