package eu.urbact.infocus.registration.selfservice;

import java.util.Optional;
import jakarta.enterprise.context.ApplicationScoped;

import eu.urbact.infocus.registration.application.Application;
import eu.urbact.infocus.registration.application.Applications;

/** Links between people and their applications. */
@ApplicationScoped
public class ApplicationLinks {

    private final Applications applications;
    private final LinkSigner signer;

    ApplicationLinks(Applications applications, LinkConfig config) {
        this.applications = applications;
        this.signer = new LinkSigner(config.secret());
    }

    /** The token of the person's current link. */
    public String token(Application application) {
        return signer.sign(LinkPurpose.MY_APPLICATION, application.id(), application.linkVersion());
    }

    /** The token on the person's ticket. It says at the door who they are, and opens nothing for whoever finds it. */
    public String ticket(Application application) {
        return signer.sign(LinkPurpose.TICKET, application.id(), application.linkVersion());
    }

    /** The application behind a ticket's token; empty for an invalid, altered, revoked or foreign one alike. */
    public Optional<Application> findByTicket(String token) {
        return find(LinkPurpose.TICKET, token);
    }

    /** The application behind a token; empty for an invalid, altered, revoked or foreign one alike. */
    public Optional<Application> find(String token) {
        return find(LinkPurpose.MY_APPLICATION, token);
    }

    private Optional<Application> find(LinkPurpose purpose, String token) {
        if (token == null) {
            return Optional.empty();
        }
        return signer.check(purpose, token).flatMap(link -> applications
                .findByIdOptional(link.applicationId())
                .filter(application -> application.linkVersion() == link.version()));
    }
}
