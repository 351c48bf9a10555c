package eu.urbact.infocus.registration.delegation;

import org.junit.jupiter.api.Test;

import eu.urbact.infocus.chassis.outcome.Verdict;

import static org.assertj.core.api.Assertions.assertThat;

class InvitationPolicyTest {

    @Test
    void nobody_is_invited_for_a_seat_that_is_held_or_promised() {
        assertThat(InvitationPolicy.invite(3, 1, 1)).isInstanceOf(Verdict.Allowed.class);
        assertThat(InvitationPolicy.invite(3, 1, 2))
                .isInstanceOfSatisfying(Verdict.Refused.class, refused -> assertThat(refused.detail())
                        .isEqualTo("The city has 3 seats: 1 are taken and 2 are promised by open invitations."));
        assertThat(InvitationPolicy.invite(0, 0, 0)).isInstanceOf(Verdict.Refused.class);
    }
}
