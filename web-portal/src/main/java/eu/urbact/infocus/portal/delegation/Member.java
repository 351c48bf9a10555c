package eu.urbact.infocus.portal.delegation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import eu.urbact.infocus.portal.shell.services.Application;
import eu.urbact.infocus.portal.shell.services.Call;
import eu.urbact.infocus.portal.shell.services.Invitation;

/**
 * Somebody of a delegation, once, however they came to it.
 *
 * @param state of the application, or of the invitation when there is none that the city may see
 * @param invitation null for somebody who has applied without being invited
 * @param application null for somebody who has not applied, or on their own account
 * @param insteadOf the name of the person in whose place they were asked, or null
 */
public record Member(String name, String state, Invitation invitation, Application application, String insteadOf) {

    private static final String SEATS_OF_CITY = "CITY:";

    /** Where people stand, in the order of the page. */
    public enum Group {
        /** Have a place. */
        PLACE,
        /** Are offered a place that is held for them until they answer. */
        OFFER,
        /** Have applied, and the organisers decide. */
        DECISION,
        /** Are on the waiting list. */
        WAITING,
        /** Are invited and have not answered. */
        ANSWER,
        /** Have accepted, and come for none of the city's places. */
        ELSEWHERE,
        /** Do not come. */
        ENDED
    }

    /** Everybody by where they stand; a group without people is left out. */
    static Map<Group, List<Member>> byGroup(List<Invitation> invitations, List<Application> applications) {
        Map<String, String> names = new HashMap<>();
        invitations.forEach(invitation -> names.put(invitation.id(), invitation.name()));
        applications.forEach(application -> names.put(application.id(), application.name()));
        Map<String, Application> known =
                applications.stream().collect(Collectors.toMap(Application::id, application -> application));

        List<Member> members = new ArrayList<>();
        for (Invitation invitation : invitations) {
            String first = invitation.insteadOfApplicationId() == null
                    ? invitation.insteadOfInvitationId()
                    : invitation.insteadOfApplicationId();
            Application application =
                    invitation.applicationId() == null ? null : known.remove(invitation.applicationId());
            members.add(
                    application == null
                            ? new Member(invitation.name(), invitation.state(), invitation, null, names.get(first))
                            : new Member(
                                    application.name(),
                                    application.state(),
                                    invitation,
                                    application,
                                    names.get(first)));
        }
        applications.stream()
                .filter(application -> known.containsKey(application.id()))
                .forEach(application ->
                        members.add(new Member(application.name(), application.state(), null, application, null)));
        return members.stream()
                .collect(Collectors.groupingBy(Member::group, () -> new EnumMap<>(Group.class), Collectors.toList()));
    }

    private Group group() {
        if (application == null && invitation.state().equals("ACCEPTED") && invitation.applicationId() == null) {
            return Group.ELSEWHERE;
        }
        return switch (state) {
            case "ADMITTED" -> Group.PLACE;
            case "OFFERED" -> Group.OFFER;
            case "WAITLISTED" -> Group.WAITING;
            case "INVITED" -> Group.ANSWER;
            case "WITHDRAWN", "DECLINED", "REVOKED", "EXPIRED" -> Group.ENDED;
            // also a state that is new: nothing has ended
            default -> Group.DECISION;
        };
    }

    /**
     * Whether the city can send somebody else in the place of this person's application: for as long as anybody can apply, and afterwards for
     * whoever has one of the city's own seats, which goes on, until the workshop begins.
     */
    public boolean isReplaceable(Call call, boolean begun) {
        return application != null
                && group() != Group.ENDED
                && !begun
                && (call.acceptsApplications() || (group() == Group.PLACE && isOnSeatOfCity()));
    }

    /** Whether the seat that the person has, or is offered, is one of those kept for cities. */
    public boolean isOnSeatOfCity() {
        return application != null
                && application.bucket() != null
                && application.bucket().startsWith(SEATS_OF_CITY);
    }

    /** Whether the person has a seat, or is offered one, that is none of those kept for cities. */
    public boolean isOnOtherSeat() {
        return application != null && application.bucket() != null && !isOnSeatOfCity();
    }

    /** When the person was last written to about an invitation that they could still answer, or null. */
    public Instant remindedAt() {
        Instant reminded = invitation == null ? null : invitation.remindedAt();
        return reminded != null && reminded.isBefore(invitation.expiresAt()) ? reminded : null;
    }

    @Override
    public String toString() {
        return "Member[" + state + "]";
    }
}
