package eu.urbact.infocus.directory.referenceimport;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

import eu.urbact.infocus.chassis.validation.NoContactData;
import eu.urbact.infocus.chassis.yaml.FileNotes;
import eu.urbact.infocus.chassis.yaml.Place;
import eu.urbact.infocus.chassis.yaml.Spelling;
import eu.urbact.infocus.chassis.yaml.YamlMapping;
import eu.urbact.infocus.chassis.yaml.YamlValue;
import eu.urbact.infocus.directory.reference.Confidence;
import eu.urbact.infocus.directory.reference.Provenance;

/** What all entries of a file of reference data are made of: texts, ids, choices, codes, and where each is known from. */
abstract class EntryReader {

    static final int LABEL = 200;
    static final int TEXT = 1000;
    static final int IDENTIFIER = 60;
    static final int FIRST_YEAR = 1900;
    static final int LAST_YEAR = 2100;
    static final Pattern DIVISION = Pattern.compile("[0-9]{2}");

    /**
     * What is shared by the readers of one file.
     *
     * @param notes takes what is wrong
     * @param readOn the day on which each source was last read
     * @param mentions takes every id and code that stands for another entry
     */
    record Reading(FileNotes notes, Map<String, LocalDate> readOn, List<Mention> mentions) {}

    private final Reading reading;

    EntryReader(Reading reading) {
        this.reading = reading;
    }

    /** Codes without anything more to say about each. */
    List<String> codes(YamlMapping entry, String field, Kind kind, Pattern pattern, String hint) {
        Set<String> seen = new HashSet<>();
        List<String> codes = new ArrayList<>();
        for (YamlValue value : entry.values(field)) {
            String code = value.single().orElse("");
            if (!pattern.matcher(code).matches()) {
                note(value.place(), "must be " + hint);
            } else if (!seen.add(code)) {
                note(value.place(), "is listed twice");
            } else {
                mention(kind, code, value.place());
            }
            codes.add(code);
        }
        return codes;
    }

    String division(YamlMapping entry, String field) {
        String code = entry.requiredMatching(field, DIVISION, "two digits").orElse("");
        mention(Kind.NACE_DIVISION, code, entry.place(field));
        return code;
    }

    void mention(Kind kind, Pattern pattern, String hint, String code, Place place) {
        if (pattern.matcher(code).matches()) {
            mention(kind, code, place);
        } else {
            note(place, "must be " + hint);
        }
    }

    void mention(Kind kind, String code, Place place) {
        if (!code.isEmpty()) {
            reading.mentions().add(new Mention(kind, code, place));
        }
    }

    /** A provenance in a field of its own. */
    Provenance provenance(YamlMapping entry, String field) {
        YamlMapping item = entry.requiredMapping(field);
        Provenance provenance = provenance(item);
        item.end();
        return provenance;
    }

    /** A provenance among the other fields of an entry. */
    Provenance provenance(YamlMapping entry) {
        String source = identifier(entry, "source");
        Optional<LocalDate> date = entry.date("date");
        Confidence confidence = choice(entry, "confidence", Confidence.class);
        boolean uncertain = entry.flag("uncertain");
        mention(Kind.SOURCE, source, entry.place("source"));
        return new Provenance(
                source,
                date.orElseGet(() -> reading.readOn().getOrDefault(source, LocalDate.EPOCH)),
                confidence,
                uncertain);
    }

    /** Notes what is wrong at a place of the file. */
    final void note(Place place, String message) {
        reading.notes().add(place, message);
    }

    /** A text; one that is wrong, which is noted, reads as an empty one, and then the data is never used. */
    static String text(YamlMapping entry, String field, int longest) {
        return published(entry, field, entry.requiredText(field, longest)).orElse("");
    }

    /** A text that may be left out. */
    static Optional<String> optionalText(YamlMapping entry, String field, int longest) {
        return published(entry, field, entry.text(field, longest));
    }

    /** All of a file is open data, so nobody's address is in it. */
    private static Optional<String> published(YamlMapping entry, String field, Optional<String> text) {
        if (text.filter(NoContactData.Validator::isIn).isPresent()) {
            entry.refuse(field, NoContactData.Validator.PROBLEM);
        }
        return text;
    }

    static String identifier(YamlMapping entry, String field) {
        return entry.requiredKey(field, IDENTIFIER).orElse("");
    }

    static <E extends Enum<E>> E choice(YamlMapping entry, String field, Class<E> type) {
        return entry.requiredChoice(field, type, Spelling.SMALL_LETTERS).orElse(type.getEnumConstants()[0]);
    }
}
