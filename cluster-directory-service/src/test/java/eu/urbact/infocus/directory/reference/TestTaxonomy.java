package eu.urbact.infocus.directory.reference;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** A few entries of each taxonomy, for rules that are tested without a database. */
public final class TestTaxonomy {

    private static final Provenance SEEN =
            new Provenance("eccp", LocalDate.of(2016, 11, 24), Confidence.DOCUMENTED, false);

    /** Competences {@code photonics} and, below it, {@code laser-sources}; divisions 26, 62, 72 and 86; objectives 3 and 9; a term of two lists. */
    public static final Taxonomy SMALL = new Taxonomy(
            1,
            List.of(),
            List.of(
                    new CompetenceEntry("photonics", Optional.empty(), "Photonics", true),
                    new CompetenceEntry("laser-sources", Optional.of("photonics"), "Laser sources", false)),
            List.of(new SectionEntry("C", "Manufacturing", "C")),
            List.of(
                    new DivisionEntry("26", "C", "Computers, electronics and optics", Optional.of("C")),
                    new DivisionEntry("62", "J", "Software", Optional.of("K")),
                    new DivisionEntry("72", "M", "Research", Optional.of("N")),
                    new DivisionEntry("86", "Q", "Health", Optional.of("R"))),
            List.of(),
            List.of(new ObjectiveEntry(3, "Good health"), new ObjectiveEntry(9, "Industry and innovation")),
            List.of(
                    new TermEntry(
                            "blue-growth-industries", Vocabulary.EMERGING_INDUSTRY, "Blue growth industries", SEEN),
                    new TermEntry("eco-innovations", Vocabulary.S3_PRIORITY_AREA, "Eco-innovations", SEEN)));

    private TestTaxonomy() {}
}
