package eu.urbact.infocus.event.programme;

import java.util.List;

import org.junit.jupiter.api.Test;

import eu.urbact.infocus.event.programme.Programme.Day;

import static eu.urbact.infocus.event.programme.Examples.DATE;
import static eu.urbact.infocus.event.programme.Examples.HOUSE;
import static eu.urbact.infocus.event.programme.Examples.ZONE;
import static eu.urbact.infocus.event.programme.Examples.at;
import static eu.urbact.infocus.event.programme.Examples.item;
import static eu.urbact.infocus.event.programme.Examples.part;
import static eu.urbact.infocus.event.programme.Examples.programme;
import static eu.urbact.infocus.event.programme.Examples.talk;
import static org.assertj.core.api.Assertions.assertThat;

class ProgrammeRulesTest {

    private final ProgrammeRules rules = new ProgrammeRules(DATE, DATE.plusDays(1));

    private List<Finding> check(Programme programme) {
        return rules.check(programme);
    }

    @Test
    void aSoundProgrammeIsLeftInPeace() {
        Programme sound = programme(
                item("a", "09:00", "10:00")
                        .withContributions(List.of(talk("x", 30), talk("y", 30)))
                        .withParts(List.of(part("a-1", null, Audience.PARTNERS_ONLY))),
                item("b", "10:00", null),
                item("c", "10:00", "10:30"));

        assertThat(check(sound)).isEmpty();
    }

    @Test
    void daysLieWithinTheWorkshopAndFollowOneAnother() {
        Programme programme = new Programme(
                ZONE,
                List.of(HOUSE),
                List.of(
                        new Day(DATE.plusDays(1), null, List.of()),
                        new Day(DATE, null, List.of()),
                        new Day(DATE, null, List.of()),
                        new Day(DATE.plusDays(2), null, List.of())));

        assertThat(check(programme))
                .containsExactly(
                        Finding.error("days[1].date", "2016-11-24 does not come after the day above it, 2016-11-25"),
                        Finding.error("days[2].date", "2016-11-24 does not come after the day above it, 2016-11-24"),
                        Finding.error(
                                "days[3].date",
                                "2016-11-26 is no day of the workshop, which goes from 2016-11-24 to 2016-11-25"));
    }

    @Test
    void anItemEndsAfterItStarts() {
        assertThat(check(programme(item("a", "10:00", "10:00"), item("b", "11:00", "10:59"))))
                .containsExactly(
                        Finding.error("days[0].items[0].end", "the end 10:00 is not after the start 10:00"),
                        Finding.error("days[0].items[1].end", "the end 10:59 is not after the start 11:00"));
    }

    @Test
    void itemsAreListedInTheOrderOfTheirStart() {
        assertThat(check(programme(item("a", "10:00", null), item("b", "09:59", null), item("c", "10:00", null))))
                .containsExactly(Finding.error(
                        "days[0].items[1].start",
                        "starts before the item above it; list items in the order of their start"));
    }

    @Test
    void aPartLiesInsideItsSession() {
        Programme programme = programme(
                item("a", "10:00", "11:00")
                        .withParts(List.of(item("p", "09:59", "11:00"), item("q", "10:00", "11:01"))),
                item("b", "12:00", null).withParts(List.of(item("r", "11:59", "23:00"))));

        assertThat(check(programme))
                .containsExactly(
                        Finding.error(
                                "days[0].items[0].parts[0].start",
                                "the part starts outside its session, 10:00 to 11:00"),
                        Finding.error(
                                "days[0].items[0].parts[1].end", "the part ends outside its session, 10:00 to 11:00"),
                        Finding.error(
                                "days[0].items[1].parts[0].start", "the part starts outside its session, from 12:00"));
    }

    @Test
    void aPartEndsAfterItStarts() {
        assertThat(check(programme(item("a", "10:00", "11:00").withParts(List.of(item("p", "10:30", "10:30"))))))
                .containsExactly(
                        Finding.error("days[0].items[0].parts[0].end", "the end 10:30 is not after the start 10:30"));
    }

    @Test
    void aKeyNamesOneThing() {
        Programme programme = new Programme(
                ZONE,
                List.of(HOUSE, HOUSE),
                List.of(new Day(
                        DATE,
                        null,
                        List.of(
                                item("a", "10:00", null)
                                        .withContributions(List.of(talk("x", null), talk("x", null)))
                                        .withParts(List.of(part("b", null, Audience.OPEN))),
                                item("b", "11:00", null).withContributions(List.of(talk("x", null)))))));

        assertThat(check(programme))
                .containsExactly(
                        Finding.error("venues[1].id", "the id house is already used by venues[0]"),
                        Finding.error(
                                "days[0].items[0].contributions[1].id",
                                "the id x is already used by days[0].items[0].contributions[0]"),
                        Finding.error("days[0].items[1].id", "the id b is already used by days[0].items[0].parts[0]"));
    }

    @Test
    void itemsAndPartsTakePlaceAtKnownVenues() {
        Programme programme = programme(at(item("a", "10:00", null), "castle")
                .withParts(List.of(at(part("p", null, Audience.OPEN), "tower"), part("q", null, Audience.OPEN))));

        assertThat(check(programme))
                .containsExactly(
                        Finding.error("days[0].items[0].venue", "there is no venue with the id castle"),
                        Finding.error("days[0].items[0].parts[0].venue", "there is no venue with the id tower"));
    }

    @Test
    void aPartIsNotForMorePeopleThanItsSession() {
        Programme programme = programme(item("a", "10:00", null, Audience.PARTNERS_ONLY)
                .withParts(List.of(
                        part("p", null, Audience.OPEN),
                        part("q", null, Audience.PARTNERS_ONLY),
                        part("r", null, Audience.ORGANISERS))));

        assertThat(check(programme))
                .containsExactly(Finding.error(
                        "days[0].items[0].parts[0].audience", "the part is OPEN but its session is PARTNERS_ONLY"));
    }

    @Test
    void minutesThatDoNotFitAreOnlyAWarning() {
        Programme programme = programme(
                item("fits", "09:00", "10:00")
                        .withContributions(List.of(talk("x", 15)))
                        .withParts(List.of(part("p", 45, Audience.OPEN), part("q", null, Audience.OPEN))),
                item("too-much", "10:00", "10:30")
                        .withContributions(List.of(talk("x", 15)))
                        .withParts(List.of(part("r", 16, Audience.OPEN))),
                item("open-end", "11:00", null).withContributions(List.of(talk("x", 500))));

        assertThat(check(programme))
                .containsExactly(
                        Finding.warning("days[0].items[1]", "31 minutes are planned, but there are only 30 minutes"));
    }

    @Test
    void aPartIsCheckedOnItsOwn() {
        Programme programme = programme(item("a", "09:00", "10:00")
                .withParts(List.of(
                        part("p", 20, Audience.OPEN).withContributions(List.of(talk("x", 15), talk("y", 10))))));

        assertThat(check(programme))
                .containsExactly(Finding.warning(
                        "days[0].items[0].parts[0]", "25 minutes are planned, but there are only 20 minutes"));
    }
}
