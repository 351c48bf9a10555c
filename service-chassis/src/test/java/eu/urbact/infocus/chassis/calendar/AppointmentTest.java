package eu.urbact.infocus.chassis.calendar;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.UUID;

import net.fortuna.ical4j.model.property.Description;
import net.fortuna.ical4j.model.property.Method;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** What a calendar program reads. */
class AppointmentTest {

    private static final Instant STARTS = Instant.parse("2016-11-23T08:00:00Z");
    private static final Instant ENDS = Instant.parse("2016-11-25T13:00:00Z");
    private static final Instant CHANGED = Instant.parse("2010-01-01T00:01:00Z");

    @Test
    void times_are_those_of_the_place_whose_rules_come_along() {
        assertThat(in("Europe/Berlin").text())
                .contains(
                        "PRODID:-//InFocus//Test//EN\r\n",
                        "BEGIN:VTIMEZONE\r\nTZID:Europe/Berlin\r\n",
                        "DTSTART;TZID=Europe/Berlin:20161123T090000\r\n",
                        "DTEND;TZID=Europe/Berlin:20161125T140000\r\n",
                        "SUMMARY:Workshop\r\n");
    }

    @Test
    void a_zone_without_rules_is_written_in_utc() {
        assertThat(in("+03:17").text())
                .contains("DTSTART:20161123T080000Z\r\n", "DTEND:20161125T130000Z\r\n")
                .doesNotContain("VTIMEZONE");
    }

    @Test
    void the_same_thing_has_the_same_identity_and_later_changes_higher_numbers() {
        UUID id = new UUID(2, 2);
        String first = in("Europe/Berlin")
                .identifiedBy("workshop", id, CHANGED, STARTS)
                .text();
        String ended = in("Europe/Berlin")
                .endsTheOneIdentifiedBy("workshop", id, CHANGED.plusMillis(999), STARTS)
                .under(new Method(Method.VALUE_CANCEL))
                .text();
        String again = in("Europe/Berlin")
                .identifiedBy("workshop", id, CHANGED.plusSeconds(1), STARTS)
                .text();
        assertThat(first)
                .contains(
                        "UID:workshop-" + id + "@infocus.urbact.eu\r\n",
                        "SEQUENCE:120\r\n",
                        "DTSTAMP:20161123T080000Z\r\n");
        assertThat(ended)
                .contains("UID:workshop-" + id + "@infocus.urbact.eu\r\n", "SEQUENCE:121\r\n", "METHOD:CANCEL\r\n");
        assertThat(again).contains("SEQUENCE:122\r\n");
    }

    @Test
    void it_is_at_the_venue_as_far_as_that_is_known_and_otherwise_in_the_city() {
        assertThat(Whereabouts.of("House, the old one", "Street 1, Porto", "porto"))
                .isEqualTo("House, the old one, Street 1, Porto");
        assertThat(Whereabouts.of("House", " ", "porto")).isEqualTo("Porto");
        assertThat(Whereabouts.of(null, "Street 1", "porto")).isEqualTo("Porto");
        assertThat(Whereabouts.of(null, null, "bielsko-biala")).isEqualTo("Bielsko-Biała");
        assertThat(Whereabouts.of(null, null, " ")).isNull();
        assertThat(Whereabouts.of(null, null, null)).isNull();
        assertThat(in("Europe/Berlin").at("House; the old one, Porto").text())
                .contains("LOCATION:House\\; the old one\\, Porto\r\n");
        assertThat(in("Europe/Berlin").at(null).text()).doesNotContain("\nLOCATION");
    }

    @Test
    void lines_have_at_most_75_octets_and_mean_the_same() {
        String said = "Žluťoučký kůň 🐎 " + "ü".repeat(200) + ", with a comma";
        String text = in("Europe/Berlin").with(new Description(said)).text();
        assertThat(text.split("\r\n")).allSatisfy(line -> assertThat(line.getBytes(StandardCharsets.UTF_8))
                .hasSizeLessThanOrEqualTo(75));
        assertThat(text.replace("\r\n ", "")).contains("DESCRIPTION:" + said.replace(",", "\\,") + "\r\n");
    }

    @Test
    void a_line_of_75_octets_is_not_broken() {
        String line = "DESCRIPTION:" + "x".repeat(63);
        assertThat(in("Europe/Berlin").with(new Description("x".repeat(63))).text())
                .contains("\r\n" + line + "\r\n");
    }

    private static Appointment in(String zone) {
        return new Appointment("Test", "Workshop", ZoneId.of(zone), STARTS, ENDS);
    }
}
