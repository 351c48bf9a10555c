package eu.urbact.infocus.registration.delegation;

import java.util.Optional;
import jakarta.enterprise.context.ApplicationScoped;

import eu.urbact.infocus.registration.selfservice.InvitationTokens;

/** Links between invited people and their invitations. */
@ApplicationScoped
public class InvitationLinks {

    private final Invitations invitations;
    private final InvitationTokens tokens;

    InvitationLinks(Invitations invitations, InvitationTokens tokens) {
        this.invitations = invitations;
        this.tokens = tokens;
    }

    public String token(Invitation invitation) {
        return tokens.sign(invitation.id(), invitation.linkVersion());
    }

    /** The invitation behind a token; empty for an invalid, altered, revoked or foreign one alike. */
    public Optional<Invitation> find(String token) {
        return tokens.check(token, (id, version) -> invitations
                        .findByIdOptional(id)
                        .filter(invitation -> invitation.state() != InvitationState.REVOKED)
                        .filter(invitation -> invitation.linkVersion() == version)
                        .isPresent())
                .map(invitations::findById);
    }
}
