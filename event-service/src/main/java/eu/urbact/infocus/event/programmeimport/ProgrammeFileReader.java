package eu.urbact.infocus.event.programmeimport;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

import eu.urbact.infocus.chassis.yaml.FileNote;
import eu.urbact.infocus.chassis.yaml.FileNotes;
import eu.urbact.infocus.chassis.yaml.Spelling;
import eu.urbact.infocus.chassis.yaml.YamlFile;
import eu.urbact.infocus.chassis.yaml.YamlMapping;
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

/** Reads a programme file and applies the {@link ProgrammeRules} to what it says. */
final class ProgrammeFileReader {

    /** Far more than any programme needs, and little enough to be read in one go. */
    private static final int MOST_BYTES = 1_000_000;

    private static final int KEY = 64;
    private static final int TITLE = 300;
    private static final int NAME = 200;
    private static final int PARAGRAPHS = 4000;
    private static final int MINUTES_OF_A_DAY = 24 * 60;

    /** Reads, checks every field and applies the rules; everything that is wrong is found in one reading. */
    Reading read(byte[] file) {
        FileNotes notes = new FileNotes();
        return YamlFile.read(file, MOST_BYTES, notes)
                .map(root -> read(root, notes))
                .orElseGet(() -> new Reading.Unusable(notes.inOrder()));
    }

    private static Reading read(YamlMapping root, FileNotes notes) {
        root.requiredInteger("format", 1, 1);
        YamlMapping series = root.requiredMapping("series");
        String seriesSlug = key(series, "slug");
        String seriesTitle = text(series, "title", TITLE);
        series.end();

        YamlMapping workshop = root.requiredMapping("workshop");
        ZoneId zone = workshop.requiredZone("zone").orElse(null);
        LocalDateTime starts = workshop.requiredDateTime("starts").orElse(null);
        LocalDateTime ends = workshop.requiredDateTime("ends").orElse(null);
        Instant startsAt = instant(workshop, "starts", starts, zone);
        Instant endsAt = instant(workshop, "ends", ends, zone);
        LocalDate firstDay = starts == null ? null : starts.toLocalDate();
        LocalDate lastDay = lastDay(ends, startsAt, endsAt, zone);
        checkLength(workshop, starts, ends, lastDay);
        Integer number = workshop.requiredInteger("number", 1, 999).orElse(null);
        String slug = key(workshop, "slug");
        String title = text(workshop, "title", TITLE);
        String theme = text(workshop, "theme", TITLE);
        String summary = paragraphs(workshop, "summary");
        String hostCity = key(workshop, "hostCity");
        String city = text(workshop, "city", NAME);
        String country = workshop.requiredCountry("country").orElse(null);
        String venue = workshop.key("venue", KEY).orElse(null);
        Details texts = details(workshop);
        workshop.end();

        List<Venue> venues = root.requiredMappings("venues").stream()
                .map(ProgrammeFileReader::venue)
                .toList();
        Details details =
                new Details(house(workshop, venue, venues, city), texts.formatNotes(), texts.contacts(), texts.links());
        List<Day> days = root.requiredMappings("days").stream()
                .map(day -> day(day, zone))
                .toList();
        root.end();

        Programme programme = new Programme(zone, venues, days);
        List<Finding> findings = new ProgrammeRules(firstDay, lastDay).check(programme);
        findings.stream()
                .filter(finding -> finding.severity() == Severity.ERROR)
                .forEach(finding -> notes.add(finding.field(), finding.message()));
        if (!notes.isEmpty()) {
            return new Reading.Unusable(notes.inOrder());
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
                startsAt,
                endsAt,
                details);
        return new Reading.Usable(new ProgrammeFile(facts, programme), warnings(findings, notes), notes);
    }

    private static List<FileNote> warnings(List<Finding> findings, FileNotes notes) {
        return findings.stream()
                .filter(finding -> finding.severity() == Severity.WARNING)
                .map(finding -> notes.at(finding.field(), finding.message()))
                .sorted(FileNote.IN_ORDER_OF_READING)
                .toList();
    }

    private static void checkLength(YamlMapping workshop, LocalDateTime starts, LocalDateTime ends, LocalDate lastDay) {
        if (starts == null || ends == null) {
            return;
        }
        if (!ends.isAfter(starts)) {
            workshop.refuse("ends", "the workshop must end after it starts");
        } else if (!lastDay.isBefore(starts.toLocalDate().plusDays(WorkshopFacts.MOST_DAYS))) {
            workshop.refuse("ends", "a workshop lasts at most " + WorkshopFacts.MOST_DAYS + " days");
        }
    }

    private static String key(YamlMapping mapping, String field) {
        return mapping.requiredKey(field, KEY).orElse(null);
    }

    private static String text(YamlMapping mapping, String field, int longest) {
        return mapping.requiredText(field, longest).orElse(null);
    }

    private static String optionalText(YamlMapping mapping, String field, int longest) {
        return mapping.text(field, longest).orElse(null);
    }

    private static String paragraphs(YamlMapping mapping, String field) {
        return mapping.requiredParagraphs(field, PARAGRAPHS).orElse(null);
    }

    private static String optionalParagraphs(YamlMapping mapping, String field) {
        return mapping.paragraphs(field, PARAGRAPHS).orElse(null);
    }

    private static <E extends Enum<E>> E choice(YamlMapping mapping, String field, Class<E> type) {
        return mapping.requiredChoice(field, type, Spelling.CAPITALS).orElse(null);
    }

    /** As long as it is not known where the clocks are read, the day on which it is said to end stands for its last. */
    private static LocalDate lastDay(LocalDateTime ends, Instant startsAt, Instant endsAt, ZoneId zone) {
        if (startsAt == null || endsAt == null) {
            return ends == null ? null : ends.toLocalDate();
        }
        return WorkshopFacts.lastDay(startsAt, endsAt, zone);
    }

    private static Details details(YamlMapping workshop) {
        List<FormatNote> formatNotes = workshop.mappings("formatNotes").stream()
                .map(note -> {
                    FormatNote read = new FormatNote(text(note, "title", TITLE), paragraphs(note, "text"));
                    note.end();
                    return read;
                })
                .toList();
        List<Contact> contacts = workshop.mappings("contacts").stream()
                .map(contact -> {
                    Contact read = new Contact(text(contact, "role", NAME), text(contact, "organisation", NAME));
                    contact.end();
                    return read;
                })
                .toList();
        List<Link> links = workshop.mappings("links").stream()
                .map(link -> {
                    Link read = new Link(
                            text(link, "label", TITLE),
                            link.requiredWebAddress("url").orElse(null));
                    link.end();
                    return read;
                })
                .toList();
        return new Details(null, formatNotes, contacts, links);
    }

    /** The venue that the workshop names; its town is that of the workshop unless it has one of its own. */
    private static WorkshopFacts.Venue house(YamlMapping workshop, String id, List<Venue> venues, String city) {
        if (id == null) {
            return null;
        }
        Optional<Venue> found =
                venues.stream().filter(venue -> id.equals(venue.id())).findFirst();
        if (found.isEmpty()) {
            workshop.refuse("venue", "there is no venue with the id " + id);
            return null;
        }
        Venue venue = found.get();
        String town = venue.city() == null ? city : venue.city();
        String address = venue.address();
        return new WorkshopFacts.Venue(
                venue.name(),
                address == null ? town : town == null || address.contains(town) ? address : address + ", " + town);
    }

    private static Venue venue(YamlMapping section) {
        Venue venue = new Venue(
                key(section, "id"),
                text(section, "name", NAME),
                optionalText(section, "address", TITLE),
                optionalText(section, "city", NAME),
                optionalParagraphs(section, "note"),
                section.webAddress("url").orElse(null));
        section.end();
        return venue;
    }

    private static Day day(YamlMapping section, ZoneId zone) {
        LocalDate date = section.requiredDate("date").orElse(null);
        String label = optionalText(section, "label", NAME);
        List<Item> items = section.requiredMappings("items").stream()
                .map(item -> item(item, date, zone))
                .toList();
        section.end();
        return new Day(date, label, items);
    }

    private static Item item(YamlMapping section, LocalDate date, ZoneId zone) {
        Audience audience =
                section.choice("audience", Audience.class, Spelling.CAPITALS).orElse(Audience.OPEN);
        Instant startsAt = instant(section, "start", section.requiredTime("start"), date, zone);
        String venue = key(section, "venue");
        List<Item> parts = section.mappings("parts").stream()
                .map(part -> part(part, date, zone, audience))
                .toList();
        return itemOrPart(section, startsAt, date, zone, null, venue, audience, parts);
    }

    /** A part is for the audience of its session unless it says otherwise, and needs neither time nor venue. */
    private static Item part(YamlMapping section, LocalDate date, ZoneId zone, Audience ofSession) {
        Audience audience =
                section.choice("audience", Audience.class, Spelling.CAPITALS).orElse(ofSession);
        Instant startsAt = instant(section, "start", section.time("start"), date, zone);
        Integer plannedMinutes =
                section.integer("plannedMinutes", 1, MINUTES_OF_A_DAY).orElse(null);
        String venue = section.key("venue", KEY).orElse(null);
        return itemOrPart(section, startsAt, date, zone, plannedMinutes, venue, audience, List.of());
    }

    private static Item itemOrPart(
            YamlMapping section,
            Instant startsAt,
            LocalDate date,
            ZoneId zone,
            Integer plannedMinutes,
            String venue,
            Audience audience,
            List<Item> parts) {
        Item item = new Item(
                null,
                key(section, "id"),
                choice(section, "type", ItemType.class),
                text(section, "title", TITLE),
                optionalParagraphs(section, "description"),
                optionalText(section, "session", 10),
                startsAt,
                instant(section, "end", section.time("end"), date, zone),
                plannedMinutes,
                venue,
                optionalText(section, "room", NAME),
                audience,
                section.integer("capacity", 1, 9999).orElse(null),
                section.mappings("contributions").stream()
                        .map(ProgrammeFileReader::contribution)
                        .toList(),
                parts);
        section.end();
        return item;
    }

    private static Instant instant(
            YamlMapping section, String field, Optional<LocalTime> time, LocalDate date, ZoneId zone) {
        return date == null
                ? null
                : instant(section, field, time.map(date::atTime).orElse(null), zone);
    }

    private static Instant instant(YamlMapping section, String field, LocalDateTime local, ZoneId zone) {
        if (local == null || zone == null) {
            return null;
        }
        if (zone.getRules().getValidOffsets(local).isEmpty()) {
            section.refuse(field, "on " + local.toLocalDate() + " the clocks in " + zone + " skip this time");
            return null;
        }
        return local.atZone(zone).toInstant();
    }

    private static Contribution contribution(YamlMapping section) {
        Contribution contribution = new Contribution(
                null,
                key(section, "id"),
                text(section, "person", NAME),
                optionalText(section, "organisation", NAME),
                optionalText(section, "position", NAME),
                choice(section, "role", ContributionRole.class),
                optionalText(section, "title", TITLE),
                section.integer("plannedMinutes", 1, MINUTES_OF_A_DAY).orElse(null));
        section.end();
        return contribution;
    }
}
