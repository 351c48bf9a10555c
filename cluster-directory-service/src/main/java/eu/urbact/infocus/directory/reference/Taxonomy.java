package eu.urbact.infocus.directory.reference;

import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

/**
 * All taxonomies at one revision of the directory, in memory: they are small, change rarely, and every answer needs their
 * labels.
 */
public final class Taxonomy {

    private final long revision;
    private final Map<String, SourceEntry> sources;
    private final Map<String, CompetenceEntry> competences;
    private final Map<String, SectionEntry> sections;
    private final Map<String, DivisionEntry> divisions;
    private final Map<String, EcosystemEntry> ecosystems;
    private final Map<Integer, ObjectiveEntry> objectives;
    private final Map<String, TermEntry> terms;

    Taxonomy(
            long revision,
            Collection<SourceEntry> sources,
            Collection<CompetenceEntry> competences,
            Collection<SectionEntry> sections,
            Collection<DivisionEntry> divisions,
            Collection<EcosystemEntry> ecosystems,
            Collection<ObjectiveEntry> objectives,
            Collection<TermEntry> terms) {
        this.revision = revision;
        this.sources = index(sources, SourceEntry::id);
        this.competences = index(competences, CompetenceEntry::id);
        this.sections = index(sections, SectionEntry::code);
        this.divisions = index(divisions, DivisionEntry::code);
        this.ecosystems = index(ecosystems, EcosystemEntry::id);
        this.objectives = index(objectives, ObjectiveEntry::number);
        this.terms = index(terms, TermEntry::id);
    }

    /**
     * What matching needs of the taxonomies of an earlier day: the trees, their labels and the sources.
     *
     * @param revision of the directory at that day
     * @param sources sources of that day
     * @param competences the tree of competences
     * @param sections sections of NACE
     * @param divisions divisions of NACE
     * @return taxonomies without ecosystems, objectives and lists of others
     */
    public static Taxonomy forMatching(
            long revision,
            Collection<SourceEntry> sources,
            Collection<CompetenceEntry> competences,
            Collection<SectionEntry> sections,
            Collection<DivisionEntry> divisions) {
        return new Taxonomy(revision, sources, competences, sections, divisions, List.of(), List.of(), List.of());
    }

    /**
     * The same taxonomies with further sources, for what is not kept yet.
     *
     * @param further sources; they take the place of those with the same id
     * @return a copy
     */
    public Taxonomy with(Collection<SourceEntry> further) {
        Map<String, SourceEntry> all = new HashMap<>(sources);
        further.forEach(source -> all.put(source.id(), source));
        return new Taxonomy(
                revision,
                all.values(),
                competences.values(),
                sections.values(),
                divisions.values(),
                ecosystems.values(),
                objectives.values(),
                terms.values());
    }

    private static <K, E> Map<K, E> index(Collection<E> entries, Function<E, K> key) {
        return entries.stream().collect(toMap(key, identity()));
    }

    /**
     * The revision of the directory from which the taxonomies are.
     *
     * @return see {@link DirectoryRevisions#current()}
     */
    public long revision() {
        return revision;
    }

    /**
     * All sources by id.
     *
     * @return an unmodifiable view
     */
    public Collection<SourceEntry> sources() {
        return sources.values();
    }

    /**
     * All competences: key enabling technologies first, then by label.
     *
     * @return a sorted list
     */
    public List<CompetenceEntry> competences() {
        return competences.values().stream()
                .sorted(Comparator.comparing((CompetenceEntry entry) -> !entry.keyEnablingTechnology())
                        .thenComparing(CompetenceEntry::label))
                .toList();
    }

    /**
     * The sections of NACE by letter.
     *
     * @return a sorted list
     */
    public List<SectionEntry> sections() {
        return sections.values().stream()
                .sorted(Comparator.comparing(SectionEntry::code))
                .toList();
    }

    /**
     * The divisions of NACE by code.
     *
     * @return a sorted list
     */
    public List<DivisionEntry> divisions() {
        return divisions.values().stream()
                .sorted(Comparator.comparing(DivisionEntry::code))
                .toList();
    }

    /**
     * The industrial ecosystems by label.
     *
     * @return a sorted list
     */
    public List<EcosystemEntry> ecosystems() {
        return ecosystems.values().stream()
                .sorted(Comparator.comparing(EcosystemEntry::label))
                .toList();
    }

    /**
     * The policy objectives by number.
     *
     * @return a sorted list
     */
    public List<ObjectiveEntry> objectives() {
        return objectives.values().stream()
                .sorted(Comparator.comparing(ObjectiveEntry::number))
                .toList();
    }

    /**
     * The terms of every list of somebody else's.
     *
     * @return an unmodifiable view
     */
    public Collection<TermEntry> terms() {
        return terms.values();
    }

    /**
     * The terms of one of them by label.
     *
     * @param vocabulary which list
     * @return a sorted list
     */
    public List<TermEntry> terms(Vocabulary vocabulary) {
        return terms.values().stream()
                .filter(term -> term.vocabulary() == vocabulary)
                .sorted(Comparator.comparing(TermEntry::label))
                .toList();
    }

    /**
     * The term of a list that a text means.
     *
     * @param vocabulary which list
     * @param text the label or the id of a term, in any letters
     * @return empty for what is not in the list
     */
    public Optional<TermEntry> term(Vocabulary vocabulary, String text) {
        String plain = text.strip();
        return terms.values().stream()
                .filter(term -> term.vocabulary() == vocabulary)
                .filter(term ->
                        term.label().equalsIgnoreCase(plain) || term.id().equalsIgnoreCase(plain))
                .findFirst();
    }

    /**
     * Whether a code stands in the taxonomy of its facet.
     *
     * @param facet tells the taxonomy
     * @param code any text
     * @return false for what nobody can have meant
     */
    public boolean knows(Facet facet, String code) {
        return switch (facet) {
            case ACTIVITY, MARKET -> divisions.containsKey(code);
            case COMPETENCE -> competences.containsKey(code);
            case ECOSYSTEM -> ecosystems.containsKey(code);
            case OBJECTIVE ->
                objectives.keySet().stream()
                        .anyMatch(number -> String.valueOf(number).equals(code));
            case SCALE ->
                Arrays.stream(Scale.values()).anyMatch(scale -> scale.name().equals(code));
        };
    }

    /**
     * What a reader sees instead of a code.
     *
     * @param facet tells the taxonomy
     * @param code a code in it
     * @return the label; the code itself when it is unknown
     */
    public String label(Facet facet, String code) {
        return switch (facet) {
            case ACTIVITY, MARKET -> label(divisions.get(code), DivisionEntry::label, code);
            case COMPETENCE -> label(competences.get(code), CompetenceEntry::label, code);
            case ECOSYSTEM -> label(ecosystems.get(code), EcosystemEntry::label, code);
            case OBJECTIVE -> label(objectives.get(Integer.valueOf(code)), ObjectiveEntry::label, code);
            case SCALE ->
                code.substring(0, 1)
                        + code.substring(1).toLowerCase(Locale.ROOT).replace('_', ' ');
        };
    }

    private static <E> String label(E entry, Function<E, String> label, String code) {
        return Optional.ofNullable(entry).map(label).orElse(code);
    }

    /**
     * A provenance with the source spelt out.
     *
     * @param provenance to show
     * @return how it is shown
     */
    public ProvenanceView view(Provenance provenance) {
        SourceEntry source = sources.get(provenance.sourceId());
        return new ProvenanceView(
                new ProvenanceView.SourceView(
                        provenance.sourceId(),
                        source == null ? provenance.sourceId() : source.title(),
                        source == null ? null : source.url().orElse(null)),
                provenance.checkedOn(),
                provenance.confidence(),
                provenance.uncertain());
    }

    /**
     * The tags of one facet with labels and sources.
     *
     * @param tags tags of any facet
     * @param facet the wanted facet
     * @return how they are shown, strongest first
     */
    public List<TagView> view(Collection<Tag> tags, Facet facet) {
        return tags.stream()
                .filter(tag -> tag.facet() == facet)
                .sorted(Tag.ORDER)
                .map(tag -> new TagView(tag.code(), label(facet, tag.code()), tag.level(), view(tag.provenance())))
                .toList();
    }

    /**
     * Areas with their sources.
     *
     * @param areas in any order
     * @return how they are shown
     */
    public List<NutsView> view(Collection<NutsArea> areas) {
        return NutsArea.sorted(areas).stream()
                .map(area ->
                        new NutsView(area.code(), area.level(), area.name(), area.version(), view(area.provenance())))
                .toList();
    }
}
