package eu.urbact.infocus.registration.selfservice;

import java.util.Optional;
import java.util.UUID;
import java.util.function.BiPredicate;
import jakarta.enterprise.context.ApplicationScoped;

/** Tokens of invitations, signed like the links to applications and good for nothing else. */
@ApplicationScoped
public class InvitationTokens {

    private final LinkSigner signer;

    InvitationTokens(LinkConfig config) {
        this.signer = new LinkSigner(config.secret());
    }

    public String sign(UUID invitationId, int version) {
        return signer.sign(LinkPurpose.INVITATION, invitationId, version);
    }

    /**
     * The invitation that a token is for, if it was signed here.
     *
     * @param current whether this is the version of the invitation's link now
     */
    public Optional<UUID> check(String token, BiPredicate<UUID, Integer> current) {
        return token == null
                ? Optional.empty()
                : signer.check(LinkPurpose.INVITATION, token)
                        .filter(link -> current.test(link.applicationId(), link.version()))
                        .map(LinkSigner.Link::applicationId);
    }
}
