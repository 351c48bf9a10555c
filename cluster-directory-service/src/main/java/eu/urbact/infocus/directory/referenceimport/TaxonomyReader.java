package eu.urbact.infocus.directory.referenceimport;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

import eu.urbact.infocus.chassis.yaml.YamlMapping;
import eu.urbact.infocus.directory.cluster.OwnSources;
import eu.urbact.infocus.directory.reference.CompetenceEntry;
import eu.urbact.infocus.directory.reference.DivisionEntry;
import eu.urbact.infocus.directory.reference.EcosystemEntry;
import eu.urbact.infocus.directory.reference.ObjectiveEntry;
import eu.urbact.infocus.directory.reference.SectionEntry;
import eu.urbact.infocus.directory.reference.SourceEntry;
import eu.urbact.infocus.directory.reference.TermEntry;
import eu.urbact.infocus.directory.reference.Vocabulary;

/** Reads the lists that everything else is described with: sources, objectives, competences, activities, ecosystems and terms. */
final class TaxonomyReader extends EntryReader {

    private static final int GOALS = 17;
    private static final Pattern SECTION = Pattern.compile("[A-U]");
    private static final Pattern SECTION_21 = Pattern.compile("[A-V]");

    TaxonomyReader(Reading reading) {
        super(reading);
    }

    Placed<SourceEntry> source(YamlMapping entry) {
        SourceEntry source = new SourceEntry(
                identifier(entry, "id"),
                text(entry, "title", LABEL),
                entry.webAddress("url"),
                entry.requiredDate("readOn").orElse(LocalDate.EPOCH));
        if (OwnSources.isReserved(source.id())) {
            entry.refuse("id", "must not begin with \"statement-\" or \"document-\", as the sources of profiles do");
        }
        entry.end();
        return new Placed<>(entry.place(), source);
    }

    Placed<ObjectiveEntry> objective(YamlMapping entry) {
        ObjectiveEntry objective =
                new ObjectiveEntry(entry.requiredInteger("number", 1, GOALS).orElse(0), text(entry, "label", LABEL));
        entry.end();
        return new Placed<>(entry.place(), objective);
    }

    Placed<CompetenceEntry> competence(YamlMapping entry) {
        CompetenceEntry competence = new CompetenceEntry(
                identifier(entry, "id"),
                entry.key("parent", IDENTIFIER),
                text(entry, "label", LABEL),
                entry.flag("keyEnablingTechnology"));
        competence.parentId().ifPresent(parent -> mention(Kind.COMPETENCE, parent, entry.place("parent")));
        entry.end();
        return new Placed<>(entry.place(), competence);
    }

    Placed<SectionEntry> section(YamlMapping entry, List<Placed<DivisionEntry>> divisions) {
        SectionEntry section = new SectionEntry(
                entry.requiredMatching("code", SECTION, "a letter from A to U").orElse(""),
                text(entry, "label", LABEL),
                entry.requiredMatching("rev21", SECTION_21, "a letter from A to V")
                        .orElse(""));
        for (YamlMapping division : entry.mappings("divisions")) {
            String code =
                    division.requiredMatching("code", DIVISION, "two digits").orElse("");
            String label = text(division, "label", LABEL);
            Optional<String> rev21 = division.matching("rev21", SECTION_21, "a letter from A to V");
            boolean dissolved = division.flag("dissolvedInRev21");
            if (dissolved && rev21.isPresent()) {
                division.refuse("rev21", "a dissolved division has no section in Rev. 2.1");
            }
            divisions.add(new Placed<>(
                    division.place(),
                    new DivisionEntry(
                            code,
                            section.code(),
                            label,
                            dissolved ? Optional.empty() : Optional.of(rev21.orElse(section.rev21())))));
            division.end();
        }
        entry.end();
        return new Placed<>(entry.place(), section);
    }

    Placed<EcosystemEntry> ecosystem(YamlMapping entry) {
        EcosystemEntry ecosystem = new EcosystemEntry(
                identifier(entry, "id"),
                text(entry, "label", LABEL),
                provenance(entry, "provenance"),
                codes(entry, "divisions", Kind.NACE_DIVISION, DIVISION, "two digits"),
                provenance(entry, "coding"));
        entry.end();
        return new Placed<>(entry.place(), ecosystem);
    }

    Placed<TermEntry> term(YamlMapping entry) {
        TermEntry term = new TermEntry(
                identifier(entry, "id"),
                choice(entry, "vocabulary", Vocabulary.class),
                text(entry, "label", LABEL),
                provenance(entry, "provenance"));
        entry.end();
        return new Placed<>(entry.place(), term);
    }
}
