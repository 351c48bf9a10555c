package eu.urbact.infocus.event.programme;

import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import eu.urbact.infocus.event.programme.Programme.Day;
import eu.urbact.infocus.event.programme.Programme.Item;
import eu.urbact.infocus.event.programme.Programme.Venue;

import static eu.urbact.infocus.event.programme.Examples.DATE;
import static eu.urbact.infocus.event.programme.Examples.HOUSE;
import static eu.urbact.infocus.event.programme.Examples.ZONE;
import static eu.urbact.infocus.event.programme.Examples.at;
import static eu.urbact.infocus.event.programme.Examples.item;
import static eu.urbact.infocus.event.programme.Examples.part;
import static org.assertj.core.api.Assertions.assertThat;

class AudiencePolicyTest {

    private static final Reader ANONYMOUS = Reader.anonymous();
    private static final Reader PARTNER = new Reader(true, false);
    private static final Reader ORGANISER = new Reader(false, true);

    private final AudiencePolicy policy = new AudiencePolicy();

    private final Programme programme = new Programme(
            ZONE,
            List.of(HOUSE, venue("villa"), venue("tower"), venue("annex")),
            List.of(
                    new Day(
                            DATE,
                            "open day",
                            List.of(
                                    item("open", "09:00", "10:00")
                                            .withParts(List.of(
                                                    part("open-part", null, Audience.OPEN),
                                                    at(part("partner-part", null, Audience.PARTNERS_ONLY), "annex"))),
                                    at(item("partners", "10:00", "11:00", Audience.PARTNERS_ONLY), "villa"))),
                    new Day(
                            DATE.plusDays(1),
                            "closed day",
                            List.of(at(item("crew", "09:00", "10:00", Audience.ORGANISERS), "tower")))));

    @Test
    void everybodySeesWhatIsOpenAndNoTraceOfTheRest() {
        Programme visible = policy.visible(programme, ANONYMOUS);

        assertThat(keys(visible)).containsExactly("open", "open-part");
        assertThat(visible.days()).extracting(Day::label).containsExactly("open day");
        assertThat(visible.venues()).extracting(Venue::id).containsExactly("house");
    }

    @Test
    void partnersSeeWhatIsForPartners() {
        Programme visible = policy.visible(programme, PARTNER);

        assertThat(keys(visible)).containsExactly("open", "open-part", "partner-part", "partners");
        assertThat(visible.days()).extracting(Day::label).containsExactly("open day");
        assertThat(visible.venues()).extracting(Venue::id).containsExactly("house", "villa", "annex");
    }

    @Test
    void organisersSeeEverything() {
        assertThat(policy.visible(programme, ORGANISER)).isEqualTo(programme);
    }

    private static Stream<String> keys(Programme programme) {
        return programme
                .items()
                .flatMap(item -> Stream.concat(Stream.of(item), item.parts().stream()))
                .map(Item::key);
    }

    private static Venue venue(String id) {
        return new Venue(id, "The " + id, null, null, null, null);
    }
}
