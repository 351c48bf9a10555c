package eu.urbact.infocus.registration.logistics;

import java.time.Instant;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import eu.urbact.infocus.chassis.outcome.Verdict;
import eu.urbact.infocus.registration.problem.RegistrationProblem;

import static org.assertj.core.api.Assertions.assertThat;

class LogisticsOptionTest {

    private static final Instant AT = Instant.parse("2016-11-23T18:00:00Z");

    private final LogisticsOption dinner = option("Dinner", AT, "Hotel lobby", false, 10);

    @Test
    void people_are_told_of_another_name_time_or_meeting_point_and_of_nothing_else() {
        assertThat(dinner.isMovedBy(definition("Supper", AT, "Hotel lobby", false, 10)))
                .isTrue();
        assertThat(dinner.isMovedBy(definition("Dinner", AT.plusSeconds(60), "Hotel lobby", false, 10)))
                .isTrue();
        assertThat(dinner.isMovedBy(definition("Dinner", AT, "Main gate", false, 10)))
                .isTrue();
        assertThat(dinner.isMovedBy(definition("Dinner", AT, null, false, 10))).isTrue();
        assertThat(dinner.isMovedBy(definition("Dinner", AT, "Hotel lobby", true, 11)))
                .isFalse();
    }

    @Test
    void without_a_limit_there_is_no_number_of_free_places() {
        assertThat(dinner.free()).isEqualTo(10);
        assertThat(option("Dinner", AT, null, false, null).free()).isNull();
    }

    @Test
    void companions_come_along_only_where_they_are_welcome() {
        LogisticsOption welcome = option("Tour", AT, null, true, null);
        assertThat(LogisticsPolicy.companions(dinner, 0)).isEqualTo(Verdict.allowed());
        assertThat(LogisticsPolicy.companions(dinner, 1))
                .isEqualTo(Verdict.refused(
                        RegistrationProblem.COMPANIONS_NOT_POSSIBLE, "Dinner is for participants only."));
        assertThat(LogisticsPolicy.companions(welcome, 1)).isEqualTo(Verdict.allowed());
    }

    private static LogisticsOption option(
            String title, Instant startsAt, String meetingPoint, boolean companionsWelcome, Integer places) {
        return new LogisticsOption(
                UUID.randomUUID(), definition(title, startsAt, meetingPoint, companionsWelcome, places));
    }

    private static LogisticsOption.Definition definition(
            String title, Instant startsAt, String meetingPoint, boolean companionsWelcome, Integer places) {
        return new LogisticsOption.Definition(
                OptionKind.DINNER, title, startsAt, meetingPoint, companionsWelcome, places);
    }
}
