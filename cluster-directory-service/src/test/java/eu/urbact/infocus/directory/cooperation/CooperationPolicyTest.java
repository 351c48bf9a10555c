package eu.urbact.infocus.directory.cooperation;

import java.time.Instant;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import eu.urbact.infocus.chassis.outcome.Verdict;

import static org.assertj.core.api.Assertions.assertThat;

class CooperationPolicyTest {

    private static final Instant NOW = Instant.parse("2016-10-10T08:00:00Z");
    private static final Instant LATER = Instant.parse("2016-10-11T08:00:00Z");

    private static final Cooperation.Side PORTO = new Cooperation.Side("a", "porto");
    private static final Cooperation.Side BILBAO = new Cooperation.Side("b", "bilbao");

    private final Cooperation cooperation = new Cooperation(PORTO, BILBAO, "Let us meet.", NOW);

    @Test
    void clusters_of_two_cities_are_proposed_to_each_other_once() {
        assertThat(CooperationPolicy.propose(PORTO, BILBAO, false)).isEqualTo(Verdict.allowed());
        assertThat(CooperationPolicy.propose(PORTO, BILBAO, true))
                .isEqualTo(Verdict.refused(
                        CooperationProblem.ALREADY_PROPOSED,
                        "You find it among your cooperations, whoever proposed it."));
    }

    @Test
    void nothing_is_proposed_within_a_city_or_outside_the_network() {
        Verdict refused =
                Verdict.refused(CooperationProblem.NOT_TWO_CITIES, "Choose a cluster of another city of the network.");
        assertThat(CooperationPolicy.propose(PORTO, new Cooperation.Side("c", "porto"), false))
                .isEqualTo(refused);
        assertThat(CooperationPolicy.propose(PORTO, new Cooperation.Side("c", null), false))
                .isEqualTo(refused);
    }

    @ParameterizedTest
    @CsvSource({
        "ACCEPTED, bilbao, ",
        "DECLINED, bilbao, ",
        "WITHDRAWN, porto, ",
        "ACCEPTED, porto, Only the city that was asked can answer.",
        "DECLINED, porto, Only the city that was asked can answer.",
        "WITHDRAWN, bilbao, Only the city that proposed it can take it back."
    })
    void a_proposal_is_answered_by_the_one_and_taken_back_by_the_other(CooperationState next, String city, String why) {
        assertThat(CooperationPolicy.become(cooperation, next, List.of("ostrava", city)))
                .isEqualTo(why == null ? Verdict.allowed() : Verdict.refused(CooperationProblem.OTHER_CITYS_TURN, why));
    }

    @ParameterizedTest
    @CsvSource({"porto", "bilbao"})
    void either_ends_what_was_accepted(String city) {
        assertThat(CooperationPolicy.become(cooperation, CooperationState.ENDED, List.of(city)))
                .isEqualTo(Verdict.refused(CooperationProblem.COOPERATION_CLOSED, "It is proposed."));
        cooperation.become(CooperationState.ACCEPTED, null, NOW);
        assertThat(CooperationPolicy.become(cooperation, CooperationState.ENDED, List.of(city)))
                .isEqualTo(Verdict.allowed());
    }

    @ParameterizedTest
    @EnumSource(
            value = CooperationState.class,
            names = {"ACCEPTED", "DECLINED", "WITHDRAWN"})
    void what_was_answered_or_taken_back_is_not_answered_again(CooperationState state) {
        cooperation.become(state, "Gladly", NOW);
        for (CooperationState next :
                List.of(CooperationState.ACCEPTED, CooperationState.DECLINED, CooperationState.WITHDRAWN)) {
            assertThat(CooperationPolicy.become(cooperation, next, List.of("porto", "bilbao")))
                    .isInstanceOfSatisfying(Verdict.Refused.class, refused -> assertThat(refused.type())
                            .isEqualTo(CooperationProblem.COOPERATION_CLOSED));
        }
    }

    @ParameterizedTest
    @EnumSource(CooperationState.class)
    void steps_belong_to_what_was_accepted(CooperationState state) {
        cooperation.become(state, null, NOW);
        assertThat(CooperationPolicy.step(cooperation))
                .isEqualTo(
                        state == CooperationState.ACCEPTED
                                ? Verdict.allowed()
                                : Verdict.refused(
                                        CooperationProblem.COOPERATION_CLOSED,
                                        "Steps belong to an accepted cooperation that has not ended."));
    }

    @Test
    void the_answer_stays_when_it_has_ended() {
        cooperation.become(CooperationState.ACCEPTED, "Gladly", NOW);
        cooperation.become(CooperationState.ENDED, "Enough", LATER);
        assertThat(cooperation.answer()).isEqualTo("Gladly");
        assertThat(cooperation.answeredAt()).isEqualTo(NOW);
        assertThat(cooperation.endedAt()).isEqualTo(LATER);
    }

    @Test
    void when_a_cluster_goes_a_proposal_is_as_if_taken_back_and_a_cooperation_has_ended() {
        cooperation.close("gone", LATER);
        assertThat(cooperation.state()).isEqualTo(CooperationState.WITHDRAWN);
        assertThat(cooperation.answeredAt()).isEqualTo(LATER);
        assertThat(cooperation.endedAt()).isNull();

        Cooperation running = new Cooperation(PORTO, BILBAO, "Let us meet.", NOW);
        running.become(CooperationState.ACCEPTED, null, NOW);
        running.close("gone", LATER);
        assertThat(running.state()).isEqualTo(CooperationState.ENDED);
        assertThat(running.answeredAt()).isEqualTo(NOW);
        assertThat(running.endedAt()).isEqualTo(LATER);
        assertThat(running.closedBecause()).isEqualTo("gone");
    }

    @Test
    void a_step_is_done_once() {
        cooperation.become(CooperationState.ACCEPTED, null, NOW);
        CooperationStep step = cooperation.add("Visit", "porto", null, NOW);
        step.complete(NOW);
        step.complete(LATER);
        assertThat(step.doneAt()).isEqualTo(NOW);
    }
}
