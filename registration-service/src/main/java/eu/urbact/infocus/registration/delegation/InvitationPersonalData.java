package eu.urbact.infocus.registration.delegation;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jakarta.enterprise.context.ApplicationScoped;

import com.fasterxml.jackson.annotation.JsonInclude;

import eu.urbact.infocus.registration.application.Applications;
import eu.urbact.infocus.registration.privacy.PersonalDataHolder;
import eu.urbact.infocus.registration.privacy.PersonalField;
import eu.urbact.infocus.registration.privacy.Retention;
import eu.urbact.infocus.registration.seat.BucketCode;

/**
 * What cities have written about somebody before they applied, or in spite of it. Whoever wants to be forgotten is not asked to come any
 * more, so invitations that are still open are declined. People who have not applied at all are forgotten by {@link ForgetInvited}.
 */
@ApplicationScoped
class InvitationPersonalData implements PersonalDataHolder {

    /** The invitation that the application was made through, and those that were sent to the same address. */
    record DelegationData(List<InvitationData> invitations) {}

    /** As the city sent it. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record InvitationData(
            String cityId,
            String email,
            String givenName,
            String familyName,
            String message,
            InvitationState state,
            Instant invitedAt,
            Instant remindedAt,
            Instant closedAt) {

        static InvitationData of(Invitation invitation) {
            return new InvitationData(
                    invitation.cityId(),
                    invitation.email().address(),
                    invitation.givenName(),
                    invitation.familyName(),
                    invitation.message(),
                    invitation.state(),
                    invitation.invitedAt(),
                    invitation.remindedAt(),
                    invitation.closedAt());
        }
    }

    private final Applications applications;
    private final Invitations invitations;
    private final ForgetInvited forgetInvited;
    private final CloseInvitation closeInvitation;
    private final Clock clock;

    InvitationPersonalData(
            Applications applications,
            Invitations invitations,
            ForgetInvited forgetInvited,
            CloseInvitation closeInvitation,
            Clock clock) {
        this.applications = applications;
        this.invitations = invitations;
        this.forgetInvited = forgetInvited;
        this.closeInvitation = closeInvitation;
        this.clock = clock;
    }

    @Override
    public String section() {
        return "delegation";
    }

    @Override
    public List<PersonalField> fields() {
        return List.of(new PersonalField("invitations", "To invite you for your city", Retention.EVIDENCE));
    }

    @Override
    public Optional<?> export(UUID applicationId) {
        List<InvitationData> kept =
                knownOf(applicationId).stream().map(InvitationData::of).toList();
        return kept.isEmpty() ? Optional.empty() : Optional.of(new DelegationData(kept));
    }

    @Override
    public void lock(UUID applicationId) {
        knownOf(applicationId).forEach(invitation -> invitations.toChange(invitation.id()));
    }

    /** Those that are kept for whom a city has invited in the place of somebody else. */
    @Override
    public List<BucketCode> seatsGivenBack(UUID applicationId) {
        return knownOf(applicationId).stream()
                .filter(invitation -> invitation.isOpen() && invitation.seatKept())
                .map(invitation -> BucketCode.city(invitation.cityId()))
                .toList();
    }

    /** The one that the application was made through. */
    @Override
    public void erase(UUID applicationId) {
        knownOf(applicationId).stream()
                .filter(invitation -> applicationId.equals(invitation.applicationId()))
                .forEach(this::erase);
    }

    /** Those that were sent to the same address, open ones too. */
    @Override
    public void eraseBeside(UUID applicationId) {
        knownOf(applicationId).forEach(this::erase);
    }

    private void erase(Invitation invitation) {
        closeInvitation.giveUp(invitation);
        forgetInvited.empty(invitation, clock.instant());
    }

    private List<Invitation> knownOf(UUID applicationId) {
        return applications
                .findByIdOptional(applicationId)
                .filter(application -> !application.isErased())
                .map(invitations::knownOf)
                .orElse(List.of());
    }
}
