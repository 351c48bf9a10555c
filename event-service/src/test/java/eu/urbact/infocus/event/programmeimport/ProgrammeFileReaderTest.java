package eu.urbact.infocus.event.programmeimport;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import eu.urbact.infocus.chassis.yaml.FileNote;
import eu.urbact.infocus.event.programme.Audience;
import eu.urbact.infocus.event.programme.Programme.Item;
import eu.urbact.infocus.event.programmeimport.Reading.Unusable;
import eu.urbact.infocus.event.programmeimport.Reading.Usable;
import eu.urbact.infocus.event.testing.ProgrammeFiles;
import eu.urbact.infocus.event.workshop.WorkshopFacts;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

class ProgrammeFileReaderTest {

    private static final String SMALL = ProgrammeFiles.small("test-2016");

    private final ProgrammeFileReader reader = new ProgrammeFileReader();

    private ProgrammeFile usable(String yaml) {
        assertThat(reader.read(yaml.getBytes(UTF_8))).isInstanceOf(Usable.class);
        return ((Usable) reader.read(yaml.getBytes(UTF_8))).file();
    }

    private List<FileNote> errors(String yaml) {
        return errors(yaml.getBytes(UTF_8));
    }

    private List<FileNote> errors(byte[] yaml) {
        assertThat(reader.read(yaml)).isInstanceOf(Unusable.class);
        return ((Unusable) reader.read(yaml)).errors();
    }

    /** The small file with one of its texts replaced; the text must be there exactly once. */
    private static String with(String text, String replacement) {
        assertThat(SMALL.split(java.util.regex.Pattern.quote(text), -1))
                .as("occurrences of " + text)
                .hasSize(2);
        return SMALL.replace(text, replacement);
    }

    /** The line, from 1, on which this text begins. */
    private static int line(String yaml, String text) {
        return (int) yaml.substring(0, yaml.indexOf(text)).lines().count() + (yaml.startsWith(text) ? 1 : 0);
    }

    @Test
    void readsWhatIsThere() {
        ProgrammeFile file = usable(SMALL);

        assertThat(file.facts().slug()).isEqualTo("test-2016");
        assertThat(file.facts().zone()).isEqualTo(ZoneId.of("Europe/Berlin"));
        assertThat(file.facts().startsAt()).isEqualTo(Instant.parse("2016-11-23T08:00:00Z"));
        assertThat(file.programme().items().map(Item::key)).containsExactly("opening", "briefing", "talk", "committee");
        Item talk = file.programme().items().skip(2).findFirst().orElseThrow();
        assertThat(talk.session()).isEqualTo("01");
        assertThat(talk.startsAt()).isEqualTo(Instant.parse("2016-11-23T09:00:00Z"));
        assertThat(talk.parts()).extracting(Item::audience).containsExactly(Audience.PARTNERS_ONLY, Audience.OPEN);
    }

    @Test
    void aPartIsForTheAudienceOfItsSessionUnlessItSaysOtherwise() {
        String yaml = with("        title: A talk\n", "        title: A talk\n        audience: PARTNERS_ONLY\n");

        assertThat(usable(yaml)
                        .programme()
                        .items()
                        .skip(2)
                        .findFirst()
                        .orElseThrow()
                        .parts())
                .extracting(Item::audience)
                .containsExactly(Audience.PARTNERS_ONLY, Audience.PARTNERS_ONLY);
    }

    @Test
    void aByteOrderMarkIsNoError() {
        assertThat(usable("\uFEFF" + SMALL)).isEqualTo(usable(SMALL));
    }

    @Test
    void whatCannotBeTakenApartIsRefused() {
        assertThat(errors("")).containsExactly(new FileNote(1, 1, "", "the file is empty"));
        assertThat(errors("format: 1\nseries: [unclosed\nworkshop: x\n")).hasSize(1);
        assertThat(errors("format: 1\nseries: &a x\nworkshop: *a\n"))
                .containsExactly(new FileNote(3, 11, "", "aliases (*name) are not supported"));
        assertThat(errors(new byte[1_000_001]))
                .containsExactly(new FileNote(1, 1, "", "the file is larger than 1000000 bytes"));
    }

    @Test
    void aWorkshopLastsAtMostAMonth() {
        assertThat(usable(with("ends: 2016-11-24T18:00", "ends: 2016-12-23T23:59"))
                        .facts()
                        .endsAt())
                .isEqualTo(Instant.parse("2016-12-23T22:59:00Z"));
        // 31 days that end at midnight are no 32
        assertThat(usable(with("ends: 2016-11-24T18:00", "ends: 2016-12-24T00:00"))
                        .facts()
                        .lastDay())
                .isEqualTo(LocalDate.parse("2016-12-23"));
        assertThat(errors(with("ends: 2016-11-24T18:00", "ends: 2016-12-24T00:01")))
                .containsExactly(new FileNote(15, 9, "workshop.ends", "a workshop lasts at most 31 days"));
    }

    @Test
    void oneThatEndsAtMidnightHasNoFurtherDayInItsProgramme() {
        int line = line(SMALL, "date: 2016-11-24");
        assertThat(usable(with("ends: 2016-11-24T18:00", "ends: 2016-11-25T00:00"))
                        .facts()
                        .lastDay())
                .isEqualTo(LocalDate.parse("2016-11-24"));
        assertThat(errors(with("ends: 2016-11-24T18:00", "ends: 2016-11-24T00:00")))
                .extracting(FileNote::line, FileNote::message)
                .containsExactly(
                        tuple(line, "2016-11-24 is no day of the workshop, which goes from 2016-11-23 to 2016-11-23"));
    }

    @Test
    void aWorkshopNeitherStartsNorEndsAtATimeThatTheClocksSkip() {
        String yaml = with("starts: 2016-11-23T09:00", "starts: 2016-03-27T02:30")
                .replace("ends: 2016-11-24T18:00", "ends: 2016-03-27T02:45");

        assertThat(errors(yaml)).extracting(FileNote::field).startsWith("workshop.starts", "workshop.ends");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            format: 1                 | format: 2                   | 1  | 9  | format                               | must be 1
            slug: test-2016           | slug: Test 2016             | 6  | 9  | workshop.slug                        | must be small letters, digits and single hyphens, at most 64 characters
            number: 1                 | number: one                 | 7  | 11 | workshop.number                      | must be a whole number from 1 to 999
            number: 1                 | number: [1]                 | 7  | 11 | workshop.number                      | must be a single value, not a list or a mapping
            country: DE               | country: XX                 | 12 | 12 | workshop.country                     | must be a country of ISO 3166 like DE
            zone: Europe/Berlin       | zone: +01:00                | 13 | 9  | workshop.zone                        | must be a time zone like Europe/Berlin
            starts: 2016-11-23T09:00  | starts: 23 November         | 14 | 11 | workshop.starts                      | must be a day and time like 2016-11-23T13:30
            starts: 2016-11-23T09:00  | starts: +999999999-01-01T00:00 | 14 | 11 | workshop.starts                   | must be a day and time like 2016-11-23T13:30
            starts: 2016-11-23T09:00  | starts: 0001-01-01T00:00    | 14 | 11 | workshop.starts                      | must lie in the years 2000 to 2100
            starts: 2016-11-23T09:00  | starts: "\\uD800"           | 14 | 11 | workshop.starts                      | must be a day and time like 2016-11-23T13:30
            ends: 2016-11-24T18:00    | ends: 9999-12-31T23:59      | 15 | 9  | workshop.ends                        | must lie in the years 2000 to 2100
            ends: 2016-11-24T18:00    | ends: [2016-11-24T18:00]    | 15 | 9  | workshop.ends                        | must be a single value, not a list or a mapping
            title: Opening            | title: "a\\uD800"           | 32 | 16 | days[0].items[0].title               | must not hold characters that cannot be shown
            ends: 2016-11-24T18:00    | ends: 2016-11-23T09:00      | 15 | 9  | workshop.ends                        | the workshop must end after it starts
            theme: Testing together   | theme:                      | 9  | 9  | workshop.theme                       | must not be empty; leave the field out if there is nothing to say
            theme: Testing together   | theme: "a\\nb"              | 9  | 10 | workshop.theme                       | must be text on one line
            name: Town hall           | name: {a: b}                | 19 | 11 | venues[0].name                       | must be a single value, not a list or a mapping
            address: Main Square 1    | url: javascript:alert(1)    | 20 | 10 | venues[0].url                        | must be a web address such as https://www.example.org, without spaces and without a name and password in it
            end: 09:30                | end: 08:59                  | 30 | 14 | days[0].items[0].end                 | the end 08:59 is not after the start 09:00
            end: 09:30                | end: 9:30                   | 30 | 14 | days[0].items[0].end                 | must be a time like 09:15
            end: 09:30                | end: 25:00                  | 30 | 14 | days[0].items[0].end                 | must be a time like 09:15
            type: OPENING             | type: KEYNOTE               | 31 | 15 | days[0].items[0].type                | must be one of OPENING, PRESENTATION, DIALOGUE, PANEL, SMALL_GROUP_WORK, DEBRIEF, QUESTIONS_AND_ANSWERS, SITE_VISIT, MEAL, COFFEE, TRANSFER, SOCIAL, STEERING_COMMITTEE, MEETING_POINT
            role: WELCOME             | role: Welcome                | 38 | 19 | days[0].items[0].contributions[0].role | must be one of WELCOME, PRESENTER, MODERATOR, FACILITATOR, DIALOGUE_PARTNER, PANELLIST
            id: briefing              | id: opening                 | 39 | 13 | days[0].items[1].id                  | the id opening is already used by days[0].items[0]
            start: 10:45              | start: 09:45                | 64 | 20 | days[0].items[2].parts[1].start      | the part starts outside its session, 10:00 to 11:00
            title: Opening            | titel: Opening              | 32 | 9  | days[0].items[0].titel               | there is no such field here; possible are audience, start, venue, parts, id, type, title, description, session, end, room, capacity, contributions
            label: First day          | items: []                   | 27 | 5  | days[0].items                        | is given twice
            """)
    void everyErrorIsSaidWhereItIs(
            String text, String replacement, int line, int column, String field, String message) {
        assertThat(errors(with(text, replacement))).contains(new FileNote(line, column, field, message));
    }

    @Test
    void whatIsMissingIsSaidWhereItShouldBe() {
        assertThat(errors(with("    theme: Testing together\n".substring(2), "")))
                .containsExactly(new FileNote(6, 3, "workshop.theme", "is missing"));
        assertThat(errors("format: 1\n"))
                .extracting(FileNote::field)
                .containsExactly("days", "series", "venues", "workshop");
    }

    @Test
    void anUnknownVenueIsSaidWhereItIsUsed() {
        String yaml = SMALL.replace("        audience: ORGANISERS\n        venue: town-hall", "        venue: castle");
        int line = line(yaml, "venue: castle");

        assertThat(errors(yaml))
                .containsExactly(
                        new FileNote(line, 16, "days[0].items[1].venue", "there is no venue with the id castle"));
    }

    @Test
    void theVenueOfTheWorkshopIsOneOfTheVenuesWithItsTown() {
        String named = with("  zone: Europe/Berlin", "  zone: Europe/Berlin\n  venue: town-hall");
        assertThat(usable(SMALL).facts().details().venue()).isNull();
        assertThat(usable(named).facts().details().venue())
                .isEqualTo(new WorkshopFacts.Venue("Town hall", "Main Square 1, Testville"));
        for (String town : List.of(
                "Main Square 1\n    city: Otherville", "Main Square 1, 12345 Otherville\n    city: Otherville")) {
            assertThat(usable(named.replace("Main Square 1", town))
                            .facts()
                            .details()
                            .venue()
                            .address())
                    .endsWith(" Otherville")
                    .containsOnlyOnce("Otherville");
        }
        assertThat(usable(named.replace("    address: Main Square 1\n", ""))
                        .facts()
                        .details()
                        .venue())
                .isEqualTo(new WorkshopFacts.Venue("Town hall", "Testville"));

        String unknown = named.replace("venue: town-hall\n  starts", "venue: castle\n  starts");
        assertThat(errors(unknown))
                .containsExactly(new FileNote(
                        line(unknown, "venue: castle"), 10, "workshop.venue", "there is no venue with the id castle"));
    }

    @Test
    void allErrorsAreFoundInOneReadingFromTopToBottom() {
        String yaml = with("country: DE", "country: XX").replace("end: 09:30", "end: 08:00");

        assertThat(errors(yaml))
                .extracting(FileNote::field)
                .containsExactly("workshop.country", "days[0].items[0].end");
    }

    @Test
    void aTimeThatTheClocksSkipIsRefused() {
        String yaml = SMALL.replace("2016-11-23", "2016-03-27")
                .replace("2016-11-24", "2016-03-28")
                .replace("start: 09:00", "start: 02:30");

        assertThat(errors(yaml))
                .extracting(FileNote::field, FileNote::message)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(
                        "days[0].items[0].start", "on 2016-03-27 the clocks in Europe/Berlin skip this time"));
    }

    @Test
    void minutesThatDoNotFitAreAWarning() {
        String yaml = with("role: WELCOME", "role: WELCOME\n            plannedMinutes: 31");

        assertThat(((Usable) reader.read(yaml.getBytes(UTF_8))).warnings())
                .containsExactly(new FileNote(
                        28, 9, "days[0].items[0]", "31 minutes are planned, but there are only 30 minutes"));
    }
}
