package eu.urbact.infocus.registration.delegation;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import eu.urbact.infocus.chassis.outcome.Verdict;
import eu.urbact.infocus.registration.application.EmailAddress;
import eu.urbact.infocus.registration.call.WrittenCall;
import eu.urbact.infocus.registration.problem.RegistrationProblem;

import static org.assertj.core.api.Assertions.assertThat;

class InvitationPolicyTest {

    private static final Instant INVITED = Instant.parse("2016-10-10T08:00:00Z");
    private static final Instant EXPIRES = Instant.parse("2016-10-24T08:00:00Z");

    private final Invitation invitation = new Invitation(
            WrittenCall.draft(INVITED, EXPIRES),
            "porto",
            new Nomination(new EmailAddress("ana@example.org"), null, null, null),
            false,
            INVITED,
            EXPIRES.minusSeconds(1000),
            EXPIRES);

    @Test
    void nobody_is_invited_for_a_seat_that_is_held_or_promised() {
        assertThat(InvitationPolicy.invite(new InvitationPolicy.Numbers(3, 1, 1, 0)))
                .isInstanceOf(Verdict.Allowed.class);
        assertThat(InvitationPolicy.invite(new InvitationPolicy.Numbers(3, 1, 0, 2)))
                .isInstanceOf(Verdict.Refused.class);
        assertThat(InvitationPolicy.invite(new InvitationPolicy.Numbers(3, 1, 1, 1)))
                .isInstanceOfSatisfying(
                        Verdict.Refused.class,
                        refused -> assertThat(refused.detail())
                                .isEqualTo(
                                        "The city has 3 seats: 1 is taken, 1 is promised by open invitations, and 1 nominee waits for a decision of the organisers."));
        assertThat(InvitationPolicy.invite(new InvitationPolicy.Numbers(0, 0, 0, 0)))
                .isInstanceOf(Verdict.Refused.class);
    }

    @Test
    void who_cannot_be_replaced_for_want_of_a_seat_is_counted_among_the_numbers() {
        InvitationPolicy.Numbers before = new InvitationPolicy.Numbers(2, 2, 0, 1);
        assertThat(InvitationPolicy.inviteInstead(new InvitationPolicy.Numbers(2, 1, 0, 0), before))
                .isInstanceOf(Verdict.Allowed.class);
        assertThat(InvitationPolicy.inviteInstead(new InvitationPolicy.Numbers(2, 2, 0, 0), before))
                .isInstanceOfSatisfying(
                        Verdict.Refused.class,
                        refused -> assertThat(refused.detail())
                                .isEqualTo(
                                        "Nothing has changed for this person, in whose place nobody else would have a seat. The city has 2 seats: 2 are taken, 0 are promised by open invitations, and 1 nominee waits for a decision of the organisers."));
    }

    @Test
    void no_mailbox_is_filled_by_inviting_again_and_again() {
        Instant first = Instant.parse("2016-10-10T08:00:20Z");
        Instant second = Instant.parse("2016-10-10T09:00:00Z");
        Instant third = Instant.parse("2016-10-11T07:00:00Z");
        ZoneId berlin = ZoneId.of("Europe/Berlin");
        assertThat(InvitationPolicy.notTooOften(List.of(), berlin)).isInstanceOf(Verdict.Allowed.class);
        assertThat(InvitationPolicy.notTooOften(List.of(second, first), berlin)).isInstanceOf(Verdict.Allowed.class);
        assertThat(InvitationPolicy.notTooOften(List.of(third, second, first), berlin))
                .isInstanceOfSatisfying(Verdict.Refused.class, refused -> {
                    assertThat(refused.type().code()).isEqualTo("invited-too-often");
                    // never before the time
                    assertThat(refused.detail())
                            .isEqualTo(
                                    "The city has invited this address 3 times within 24 hours, each time with a mail. It can invite it again from 10:01 on 11 October 2016 (Europe/Berlin).");
                });
        assertThat(InvitationPolicy.notTooOften(List.of(third, third, second, first), berlin))
                .isInstanceOfSatisfying(Verdict.Refused.class, refused -> assertThat(refused.detail())
                        .endsWith("from 11:00 on 11 October 2016 (Europe/Berlin)."));
    }

    @Test
    void nobody_is_asked_twice_but_a_seat_that_is_kept_is_for_whoever_waits_for_a_decision_too() {
        assertThat(InvitationPolicy.askOnce(false, false, false, false)).isInstanceOf(Verdict.Allowed.class);
        assertThat(InvitationPolicy.askOnce(true, false, false, true)).isInstanceOf(Verdict.Refused.class);
        assertThat(InvitationPolicy.askOnce(false, true, false, true)).isInstanceOf(Verdict.Refused.class);
        assertThat(InvitationPolicy.askOnce(false, false, true, false)).isInstanceOf(Verdict.Refused.class);
        assertThat(InvitationPolicy.askOnce(false, false, true, true)).isInstanceOf(Verdict.Allowed.class);
    }

    @Test
    void an_invitation_is_answered_until_it_expires() {
        assertThat(InvitationPolicy.answer(invitation, EXPIRES.minusMillis(1))).isEqualTo(Verdict.allowed());
        assertThat(invitation.stateAt(EXPIRES.minusMillis(1))).isEqualTo(InvitationState.INVITED);
        assertThat(InvitationPolicy.answer(invitation, EXPIRES)).isEqualTo(closed("The time to answer has passed."));
        assertThat(invitation.stateAt(EXPIRES)).isEqualTo(InvitationState.EXPIRED);
    }

    @ParameterizedTest
    @CsvSource({
        "ACCEPTED, The invitation has been accepted already.",
        "DECLINED, The invitation has been declined.",
        "REVOKED, The city has taken the invitation back.",
        "EXPIRED, The time to answer has passed."
    })
    void an_invitation_that_has_ended_is_not_answered_nor_reminded_of(InvitationState end, String why) {
        invitation.close(end, INVITED);
        assertThat(InvitationPolicy.answer(invitation, INVITED)).isEqualTo(closed(why));
        assertThat(InvitationPolicy.remind(invitation, INVITED.plus(Duration.ofDays(2))))
                .isEqualTo(closed(why));
    }

    @Test
    void a_person_is_written_to_once_a_day_at_most() {
        Verdict lately = Verdict.refused(
                RegistrationProblem.REMINDED_LATELY,
                "This person was written to within a day. One mail a day is enough; try again tomorrow.");
        Instant nextDay = INVITED.plus(Duration.ofDays(1));
        assertThat(InvitationPolicy.remind(invitation, nextDay.minusMillis(1))).isEqualTo(lately);
        assertThat(InvitationPolicy.remind(invitation, nextDay)).isEqualTo(Verdict.allowed());
        invitation.remind(nextDay);
        assertThat(InvitationPolicy.remind(
                        invitation, nextDay.plus(Duration.ofDays(1)).minusMillis(1)))
                .isEqualTo(lately);
        assertThat(InvitationPolicy.remind(invitation, nextDay.plus(Duration.ofDays(1))))
                .isEqualTo(Verdict.allowed());
    }

    private static Verdict closed(String why) {
        return Verdict.refused(RegistrationProblem.INVITATION_CLOSED, why);
    }
}
