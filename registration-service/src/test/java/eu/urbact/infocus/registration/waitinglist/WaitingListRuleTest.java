package eu.urbact.infocus.registration.waitinglist;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import eu.urbact.infocus.registration.seat.BucketCode;
import eu.urbact.infocus.registration.seat.CountedBucket;
import eu.urbact.infocus.registration.seat.SeatBucket;
import eu.urbact.infocus.registration.waitinglist.WaitingListRule.Places;

import static org.assertj.core.api.Assertions.assertThat;

/** The published rule speaks only of what the call has. */
class WaitingListRuleTest {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    private static final Settings RUNNING = new Settings(true, 72, 48);

    private static final String HELD =
            "Organisers put people on the waiting list when all places that fit are taken. When a place becomes free, it is held for the first person on the list";

    private static final String PROMISED =
            " A place that is promised to a person whom a city has invited, until the invitation ends, and after the person has accepted it until somebody has decided, is not free.";

    private static final String HANDED_BACK =
            "Where a day is agreed on which a city hands its unused places back, they are open ones from that day on, and so is each of its places that becomes free later.";

    private static final String BALANCE =
            "Balance comes first: the next place goes to the partner city that has the fewest places in the room so far, places that are offered to somebody included. People who come with no partner city are counted by country.";

    private static final String BALANCE_WITH_SUBSTITUTES =
            "Balance comes first: the next place goes to the partner city that has the fewest places in the room so far, places that are offered to somebody, or kept for a person whom the city sends instead of another, included. People who come with no partner city are counted by country.";

    private static final String BETWEEN_EQUALS =
            "Between people of equally balanced cities and countries, a priority that the organisers have set decides, and then the time of application; people whom organisers have entered together from a table follow its order.";

    private static final String BETWEEN_PEOPLE_OF_ONE_CITY =
            "Between people of one city, a priority that the organisers have set decides, and then the time of application; people whom organisers have entered together from a table follow its order.";

    private static final String[] ALWAYS = {
        "Who is offered a place has 72 hours to accept it, and never longer than until 48 hours before the workshop begins. From then on nobody is offered a place.",
        "When the organisers change these times, an offer that has been made keeps its own.",
        "Who lets an offer lapse stays on the list, and is offered another place after everybody else has been offered one. Who declines an offer stays on the list, too, but is offered another place only if the organisers put them first. The same holds for an offer that the organisers take back.",
        "Organisers may put somebody first, after those whom they have put there before. They have to write down why, and it is kept."
    };

    @Test
    void where_all_places_are_open() {
        says(new Places(false, false, true, false), HELD + ".", BALANCE, BETWEEN_EQUALS);
    }

    @Test
    void where_places_are_kept_for_cities_only() {
        says(
                new Places(true, false, false, false),
                HELD
                        + " whom it may go to: a place kept for a partner city goes to the first who comes with that city."
                        + PROMISED,
                BETWEEN_PEOPLE_OF_ONE_CITY);
    }

    @Test
    void where_places_are_kept_for_contributors_only() {
        says(
                new Places(false, true, false, false),
                HELD + " whom it may go to: a place kept for contributors goes to the first who contributes.",
                BALANCE,
                BETWEEN_EQUALS);
    }

    @Test
    void where_all_places_are_kept() {
        says(
                new Places(true, true, false, false),
                HELD
                        + " whom it may go to: a place kept for a partner city goes to the first who comes with that city, one kept for contributors to the first who contributes."
                        + PROMISED,
                BALANCE_WITH_SUBSTITUTES,
                BETWEEN_EQUALS);
    }

    @Test
    void where_cities_keep_their_places_for_good() {
        says(
                new Places(true, false, true, false),
                HELD
                        + " whom it may go to: a place kept for a partner city goes to the first who comes with that city, an open one to the first of all."
                        + PROMISED,
                BALANCE_WITH_SUBSTITUTES,
                BETWEEN_EQUALS);
    }

    @Test
    void where_contributors_have_places() {
        says(
                new Places(false, true, true, false),
                HELD
                        + " whom it may go to: a place kept for contributors goes to the first who contributes, an open one to the first of all.",
                BALANCE,
                BETWEEN_EQUALS);
    }

    @Test
    void where_cities_hand_places_back() {
        says(
                new Places(true, true, true, true),
                HELD
                        + " whom it may go to: a place kept for a partner city goes to the first who comes with that city, one kept for contributors to the first who contributes, an open one to the first of all."
                        + PROMISED,
                HANDED_BACK,
                BALANCE_WITH_SUBSTITUTES,
                BETWEEN_EQUALS);
    }

    @Test
    void a_list_that_does_not_run_says_so() {
        Places open = new Places(false, false, true, false);
        assertThat(WaitingListRule.sentences(new Settings(false, 72, 48), open))
                .startsWith(WaitingListRule.sentences(RUNNING, open).toArray(String[]::new))
                .endsWith("Organisers start the offers and may suspend them. At the moment no places are offered.")
                .hasSize(8);
    }

    @Test
    void it_speaks_of_places_that_there_are() {
        SeatBucket none = CountedBucket.of(BucketCode.city("bilbao"), "Bilbao", 0, 0);
        SeatBucket porto = CountedBucket.of(BucketCode.city("porto"), "Porto", 1, 1);
        SeatBucket contributors = CountedBucket.of(BucketCode.CONTRIBUTORS, "Contributors", 1, 0);
        SeatBucket open = CountedBucket.of(BucketCode.OPEN, "Open", 1, 0);
        assertThat(Places.of(List.of(none), BERLIN)).isEqualTo(new Places(false, false, false, false));
        assertThat(Places.of(List.of(none, porto), BERLIN)).isEqualTo(new Places(true, false, false, false));
        assertThat(Places.of(List.of(contributors), BERLIN)).isEqualTo(new Places(false, true, false, false));
        assertThat(Places.of(List.of(open), BERLIN)).isEqualTo(new Places(false, false, true, false));
    }

    @Test
    void what_cities_hand_back_becomes_open_though_nothing_is_yet() {
        SeatBucket until = CountedBucket.until(BucketCode.city("porto"), "Porto", LocalDate.parse("2016-11-04"));
        SeatBucket open = CountedBucket.of(BucketCode.OPEN, "Open", 0, 0);
        assertThat(Places.of(List.of(until, open), BERLIN)).isEqualTo(new Places(true, false, true, true));
        assertThat(Places.of(List.of(until), BERLIN)).isEqualTo(new Places(true, false, false, false));
    }

    @Test
    void it_says_how_many_of_the_same_origin_have_a_place() {
        assertThat(WaitingListRule.reasons(waiting("porto", 0, 0, 0, 0, false, null)))
                .containsExactly("Nobody of the same city has a place so far; this would be number 1.");
        assertThat(WaitingListRule.reasons(waiting(null, 1, 0, 0, 0, false, null)))
                .containsExactly("One person of the same country has a place so far; this would be number 2.");
        assertThat(WaitingListRule.reasons(waiting(null, 2, 0, 0, 0, false, null)))
                .containsExactly("2 people of the same country have a place so far; this would be number 3.");
        assertThat(WaitingListRule.reasons(waiting("porto", 1, 1, 0, 0, false, null)))
                .containsExactly(
                        "The same city has 1 place so far, counting those kept for people whom it sends instead of others; this would be number 2.");
    }

    @Test
    void it_says_what_goes_before_and_after_that() {
        String balance = "Nobody of the same city has a place so far; this would be number 1.";
        assertThat(WaitingListRule.reasons(waiting("porto", 0, 0, 1, 2, false, Instant.EPOCH)))
                .containsExactly(
                        "Put first by an organiser.",
                        "Has been offered a place 2 times: comes after those who have been offered one less often.",
                        balance,
                        "Priority 1.");
        assertThat(WaitingListRule.reasons(waiting("porto", 0, 0, 0, 1, false, null)))
                .containsExactly(
                        "Has been offered a place before: comes after those who have not been offered a place.",
                        balance);
        assertThat(WaitingListRule.reasons(waiting("porto", 0, 0, 0, 1, true, null)))
                .containsExactly(
                        "Has declined an offer, or organisers have taken one back: is offered another place only if organisers put the person first.",
                        balance);
    }

    private static Waiting waiting(
            String cityId, int seats, int kept, int priority, int passed, boolean setAside, Instant firstAt) {
        return new Waiting(
                1,
                UUID.randomUUID(),
                "Ana",
                "Silva",
                "Cluster",
                cityId,
                "PT",
                false,
                Instant.EPOCH,
                seats,
                kept,
                seats + 1,
                priority,
                passed,
                setAside,
                firstAt,
                null,
                0);
    }

    private static void says(Places places, String... first) {
        String[] all = new String[first.length + ALWAYS.length];
        System.arraycopy(first, 0, all, 0, first.length);
        System.arraycopy(ALWAYS, 0, all, first.length, ALWAYS.length);
        assertThat(WaitingListRule.sentences(RUNNING, places)).containsExactly(all);
    }
}
