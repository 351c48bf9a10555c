package eu.urbact.infocus.event.programmeimport;

import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;

import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.composer.Composer;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.parser.ParserImpl;
import org.yaml.snakeyaml.reader.StreamReader;
import org.yaml.snakeyaml.resolver.Resolver;

import eu.urbact.infocus.event.programme.Audience;
import eu.urbact.infocus.event.programme.ContributionRole;
import eu.urbact.infocus.event.programme.Finding;
import eu.urbact.infocus.event.programme.Finding.Severity;
import eu.urbact.infocus.event.programme.ItemType;
import eu.urbact.infocus.event.programme.Programme;
import eu.urbact.infocus.event.programme.Programme.Contribution;
import eu.urbact.infocus.event.programme.Programme.Day;
import eu.urbact.infocus.event.programme.Programme.Item;
import eu.urbact.infocus.event.programme.Programme.Venue;
import eu.urbact.infocus.event.programme.ProgrammeRules;
import eu.urbact.infocus.event.workshop.WorkshopFacts;
import eu.urbact.infocus.event.workshop.WorkshopFacts.Contact;
import eu.urbact.infocus.event.workshop.WorkshopFacts.Details;
import eu.urbact.infocus.event.workshop.WorkshopFacts.FormatNote;
import eu.urbact.infocus.event.workshop.WorkshopFacts.Link;

/**
 * Reads a programme file. YAML is only taken apart into nodes, never turned into objects by itself, so a file can
 * make nothing happen; each node knows its line and column, and so does every error.
 */
final class ProgrammeFileReader {

    /** Far more than any programme needs, and little enough to be read in one go. */
    private static final int MAX_BYTES = 1_000_000;

    private static final int MAX_NESTING = 20;
    private static final int TITLE = 300;
    private static final int NAME = 200;
    private static final int PARAGRAPHS = 4000;
    private static final int MINUTES_OF_A_DAY = 24 * 60;

    /** Reads, checks every field and applies the {@link ProgrammeRules}. */
    Reading read(byte[] bytes) {
        if (bytes.length > MAX_BYTES) {
            return unusable(Position.START, "the file is larger than " + MAX_BYTES + " bytes");
        }
        String text;
        try {
            text = StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            return unusable(Position.START, "the file is not in UTF-8");
        }
        if (text.startsWith("\uFEFF")) {
            text = text.substring(1);
        }
        for (int i = 0; i < text.length(); i = text.offsetByCodePoints(i, 1)) {
            if (!StreamReader.isPrintable(text.codePointAt(i))) {
                return unusable(Position.of(text, i), "this character does not belong into a text file");
            }
        }
        return readText(text);
    }

    private static Reading readText(String text) {
        Node root;
        try {
            root = compose(text);
        } catch (MarkedYAMLException e) {
            return unusable(Position.of(e.getProblemMark()), "this is not YAML: " + e.getProblem());
        } catch (YAMLException e) {
            return unusable(Position.START, "this YAML is not accepted: " + e.getMessage());
        }
        if (root == null) {
            return unusable(Position.START, "the file is empty");
        }
        return readRoot(root);
    }

    private static Node compose(String text) {
        LoaderOptions limits = new LoaderOptions();
        limits.setNestingDepthLimit(MAX_NESTING);
        limits.setCodePointLimit(MAX_BYTES);
        limits.setMaxAliasesForCollections(0);
        Composer composer =
                new Composer(new ParserImpl(new StreamReader(new StringReader(text)), limits), new Resolver(), limits);
        return composer.getSingleNode();
    }

    private static Reading unusable(Position position, String message) {
        return new Reading.Unusable(List.of(FileNote.at(position, "", message)));
    }

    private static Reading readRoot(Node rootNode) {
        ReadingNotes notes = new ReadingNotes();
        Section root = new Section("", rootNode, notes);
        root.number("format", 1, 1);
        Section series = root.section("series");
        String seriesSlug = series.key("slug");
        String seriesTitle = series.text("title", TITLE);
        series.end();

        Section workshop = root.section("workshop");
        ZoneId zone = workshop.zone("zone");
        LocalDateTime starts = workshop.dateTime("starts");
        LocalDateTime ends = workshop.dateTime("ends");
        if (starts != null && ends != null && !ends.isAfter(starts)) {
            workshop.refuse("ends", "the workshop must end after it starts");
        }
        Integer number = workshop.number("number", 1, 999);
        String slug = workshop.key("slug");
        String title = workshop.text("title", TITLE);
        String theme = workshop.text("theme", TITLE);
        String summary = workshop.paragraphs("summary", PARAGRAPHS);
        String hostCity = workshop.key("hostCity");
        String city = workshop.text("city", NAME);
        String country = workshop.country("country");
        Details details = details(workshop);
        workshop.end();

        List<Venue> venues = root.list("venues", ProgrammeFileReader::venue);
        List<Day> days = root.list("days", day -> day(day, zone));
        root.end();

        Programme programme = new Programme(zone, venues, days);
        List<Finding> findings = new ProgrammeRules(dayOf(starts), dayOf(ends)).check(programme);
        List<FileNote> errors = Stream.concat(notes.errors().stream(), notes(findings, Severity.ERROR, notes))
                .sorted(FileNote.IN_ORDER_OF_READING)
                .toList();
        if (!errors.isEmpty()) {
            return new Reading.Unusable(errors);
        }
        WorkshopFacts facts = new WorkshopFacts(
                seriesSlug,
                seriesTitle,
                slug,
                number,
                title,
                theme,
                summary,
                hostCity,
                city,
                country,
                zone,
                starts.atZone(zone).toInstant(),
                ends.atZone(zone).toInstant(),
                details);
        return new Reading.Usable(
                new ProgrammeFile(facts, programme),
                notes(findings, Severity.WARNING, notes)
                        .sorted(FileNote.IN_ORDER_OF_READING)
                        .toList());
    }

    private static Stream<FileNote> notes(List<Finding> findings, Severity severity, ReadingNotes notes) {
        return findings.stream()
                .filter(finding -> finding.severity() == severity)
                .map(finding -> FileNote.at(notes.positionOf(finding.field()), finding.field(), finding.message()));
    }

    private static LocalDate dayOf(LocalDateTime time) {
        return time == null ? null : time.toLocalDate();
    }

    private static Details details(Section workshop) {
        List<FormatNote> formatNotes = workshop.optionalList("formatNotes", note -> {
            FormatNote read = new FormatNote(note.text("title", TITLE), note.paragraphs("text", PARAGRAPHS));
            note.end();
            return read;
        });
        List<Contact> contacts = workshop.optionalList("contacts", contact -> {
            Contact read = new Contact(contact.text("role", NAME), contact.text("organisation", NAME));
            contact.end();
            return read;
        });
        List<Link> links = workshop.optionalList("links", link -> {
            Link read = new Link(link.text("label", TITLE), link.url("url"));
            link.end();
            return read;
        });
        return new Details(formatNotes, contacts, links);
    }

    private static Venue venue(Section section) {
        Venue venue = new Venue(
                section.key("id"),
                section.text("name", NAME),
                section.optionalText("address", TITLE),
                section.optionalText("city", NAME),
                section.optionalParagraphs("note", PARAGRAPHS),
                section.optionalUrl("url"));
        section.end();
        return venue;
    }

    private static Day day(Section section, ZoneId zone) {
        LocalDate date = section.date("date");
        String label = section.optionalText("label", NAME);
        List<Item> items = section.list("items", item -> item(item, date, zone));
        section.end();
        return new Day(date, label, items);
    }

    private static Item item(Section section, LocalDate date, ZoneId zone) {
        Audience audience = section.oneOf("audience", Audience.class, Audience.OPEN);
        Instant startsAt = instant(section, "start", section.time("start"), date, zone);
        String venue = section.key("venue");
        List<Item> parts = section.optionalList("parts", part -> part(part, date, zone, audience));
        return itemOrPart(section, startsAt, date, zone, null, venue, audience, parts);
    }

    /** A part is for the audience of its session unless it says otherwise, and needs neither time nor venue. */
    private static Item part(Section section, LocalDate date, ZoneId zone, Audience ofSession) {
        Audience audience = section.oneOf("audience", Audience.class, ofSession);
        Instant startsAt = instant(section, "start", section.optionalTime("start"), date, zone);
        Integer plannedMinutes = section.optionalNumber("plannedMinutes", 1, MINUTES_OF_A_DAY);
        String venue = section.optionalKey("venue");
        return itemOrPart(section, startsAt, date, zone, plannedMinutes, venue, audience, List.of());
    }

    private static Item itemOrPart(
            Section section,
            Instant startsAt,
            LocalDate date,
            ZoneId zone,
            Integer plannedMinutes,
            String venue,
            Audience audience,
            List<Item> parts) {
        Item item = new Item(
                null,
                section.key("id"),
                section.oneOf("type", ItemType.class),
                section.text("title", TITLE),
                section.optionalParagraphs("description", PARAGRAPHS),
                section.optionalText("session", 10),
                startsAt,
                instant(section, "end", section.optionalTime("end"), date, zone),
                plannedMinutes,
                venue,
                section.optionalText("room", NAME),
                audience,
                section.optionalNumber("capacity", 1, 9999),
                section.optionalList("contributions", ProgrammeFileReader::contribution),
                parts);
        section.end();
        return item;
    }

    private static Instant instant(Section section, String field, LocalTime time, LocalDate date, ZoneId zone) {
        if (time == null || date == null || zone == null) {
            return null;
        }
        LocalDateTime local = date.atTime(time);
        if (zone.getRules().getValidOffsets(local).isEmpty()) {
            section.refuse(field, "on " + date + " the clocks in " + zone + " skip this time");
            return null;
        }
        return local.atZone(zone).toInstant();
    }

    private static Contribution contribution(Section section) {
        Contribution contribution = new Contribution(
                null,
                section.key("id"),
                section.text("person", NAME),
                section.optionalText("organisation", NAME),
                section.optionalText("position", NAME),
                section.oneOf("role", ContributionRole.class),
                section.optionalText("title", TITLE),
                section.optionalNumber("plannedMinutes", 1, MINUTES_OF_A_DAY));
        section.end();
        return contribution;
    }
}
