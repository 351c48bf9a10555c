package eu.urbact.infocus.directory.profile;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import eu.urbact.infocus.directory.cluster.ClusterDescription;
import eu.urbact.infocus.directory.cluster.ClusterDetails;
import eu.urbact.infocus.directory.cluster.Confirmation;
import eu.urbact.infocus.directory.cluster.Figure;
import eu.urbact.infocus.directory.cluster.Figure.Measure;
import eu.urbact.infocus.directory.cluster.Figure.Precision;
import eu.urbact.infocus.directory.cluster.OwnSources;
import eu.urbact.infocus.directory.reference.Confidence;
import eu.urbact.infocus.directory.reference.Facet;
import eu.urbact.infocus.directory.reference.Provenance;
import eu.urbact.infocus.directory.reference.Scale;
import eu.urbact.infocus.directory.reference.SourceEntry;
import eu.urbact.infocus.directory.reference.Tag;

/**
 * Makes of what a city wrote what the directory shows: each statement with its provenance, and nothing of the contact person.
 *
 * <p>A statement is the cluster's own ({@code stated}), unless a published source is named for it ({@code documented}). What the
 * directory already knows from a published source, and the city has not changed, keeps that source; figures keep theirs whoever said
 * them, for a number alone does not make them the city's own.
 */
final class Publication {

    private final String clusterId;
    private final ProfileContent content;
    private final LocalDate day;
    private final Optional<ClusterDescription> known;
    private final Optional<ProfileContent> before;
    private final Map<String, SourceEntry> sources = new LinkedHashMap<>();

    /**
     * A publication.
     *
     * @param clusterId id of the cluster
     * @param content what the city wrote
     * @param day on which the city said so
     * @param known what the directory shows so far
     * @param before what was published of the city's last; empty when nothing was yet
     */
    Publication(
            String clusterId,
            ProfileContent content,
            LocalDate day,
            Optional<ClusterDescription> known,
            Optional<ProfileContent> before) {
        this.clusterId = clusterId;
        this.day = day;
        this.known = known;
        this.before = before;
        this.content = completed(content);
    }

    /**
     * The content with how exactly each number is meant. Where that was not said, a number that the directory has already is meant as it
     * is there, and any other exactly.
     */
    ProfileContent content() {
        return content;
    }

    private ProfileContent completed(ProfileContent given) {
        return given.with(
                precision(Measure.JOBS, given.jobs(), given.jobsPrecision()),
                precision(Measure.MEMBERS, given.details().members().total(), given.membersPrecision()));
    }

    private Precision precision(Measure measure, Integer amount, Precision given) {
        if (amount == null || given != null) {
            return given;
        }
        return shown(measure)
                .filter(figure -> figure.amount() == amount)
                .map(Figure::precision)
                .orElse(Precision.EXACT);
    }

    /**
     * What the directory shows.
     *
     * @param cityId the cluster's city
     * @param country the city's country
     * @param stale whether the city has not confirmed it for too long
     * @return everything but the contact person
     */
    ClusterDescription description(String cityId, String country, boolean stale) {
        List<Tag> tags = new ArrayList<>();
        if (content.scale() != null) {
            tags.add(tag(Facet.SCALE, new Statement(content.scale().name(), 1, null)));
        }
        content.activities().forEach(statement -> tags.add(tag(Facet.ACTIVITY, statement)));
        content.competences().forEach(statement -> tags.add(tag(Facet.COMPETENCE, statement)));
        content.markets().forEach(statement -> tags.add(tag(Facet.MARKET, statement)));
        content.objectives().forEach(statement -> tags.add(tag(Facet.OBJECTIVE, statement)));
        return new ClusterDescription(
                clusterId,
                content.name(),
                content.kind(),
                Optional.of(cityId),
                country,
                content.summary(),
                content.keywords(),
                figures(),
                tags,
                Optional.of(content.details()),
                Optional.of(new Confirmation(day, stale)));
    }

    /** The sources that the description names and that are the cluster's own. Only after {@link #description}. */
    Collection<SourceEntry> sources() {
        return sources.values();
    }

    private Tag tag(Facet facet, Statement statement) {
        return new Tag(facet, statement.code(), statement.level(), provenance(facet, statement));
    }

    private Provenance provenance(Facet facet, Statement statement) {
        if (statement.source() != null) {
            return documented(statement.source());
        }
        return known.stream()
                .flatMap(cluster -> cluster.tags().stream())
                .filter(tag -> tag.facet() == facet
                        && tag.code().equals(statement.code())
                        && tag.level() == statement.level()
                        && isPublishedElsewhere(tag.provenance()))
                .findFirst()
                .map(Tag::provenance)
                .orElseGet(this::stated);
    }

    private List<Figure> figures() {
        Integer members = content.details().members().total();
        return Stream.of(
                        figures(Measure.MEMBERS, members, content.membersPrecision()),
                        figures(Measure.JOBS, content.jobs(), content.jobsPrecision()),
                        // nobody is asked for these, so nobody has given them up
                        known(Measure.HEAD_OFFICES))
                .flatMap(List::stream)
                .toList();
    }

    /**
     * The city's figure takes the place of the one that it was shown. When they are the same, that one stays, with who said it; so do
     * those of other years and sources, about which nobody was asked. No figure is the city's word, too, about the one it was shown.
     */
    private List<Figure> figures(Measure measure, Integer amount, Precision precision) {
        Optional<Figure> shown = shown(measure);
        List<Figure> others = known(measure).stream()
                .filter(figure -> shown.filter(figure::equals).isEmpty())
                .toList();
        if (amount == null) {
            return others;
        }
        Figure now = shown.filter(figure -> figure.amount() == amount && figure.precision() == precision)
                .map(figure -> isOwn(figure.provenance())
                        ? new Figure(measure, amount, precision, figure.asOf(), stated())
                        : figure)
                .orElseGet(() -> new Figure(measure, amount, precision, day.getYear(), stated()));
        boolean changed = shown.filter(figure -> figure.amount() == amount && figure.precision() == precision)
                .isEmpty();
        return Stream.concat(
                        Stream.of(now),
                        // what the city says anew is its word for the whole year
                        others.stream().filter(figure -> !changed || !now.asOf().equals(figure.asOf())))
                .toList();
    }

    /** The figure that the city was shown: its own, otherwise the newest; none when it has given that up before. */
    private Optional<Figure> shown(Measure measure) {
        if (before.isPresent() && amount(measure, before.get()) == null) {
            return Optional.empty();
        }
        List<Figure> known = known(measure);
        return known.stream()
                .filter(figure -> isOwn(figure.provenance()))
                .findFirst()
                .or(() -> known.stream().findFirst());
    }

    private static Integer amount(Measure measure, ProfileContent content) {
        return measure == Measure.JOBS
                ? content.jobs()
                : content.details().members().total();
    }

    private List<Figure> known(Measure measure) {
        return known.stream()
                .flatMap(cluster -> cluster.figures().stream())
                .filter(figure -> figure.measure() == measure)
                .toList();
    }

    private boolean isPublishedElsewhere(Provenance provenance) {
        return provenance.confidence() == Confidence.DOCUMENTED
                && !provenance.sourceId().startsWith(documentPrefix());
    }

    private boolean isOwn(Provenance provenance) {
        return provenance.sourceId().equals(statementId());
    }

    private Provenance stated() {
        String id = statementId();
        sources.put(
                id,
                new SourceEntry(
                        id,
                        "Statement by " + content.name(),
                        Optional.ofNullable(content.details().website()),
                        day));
        return new Provenance(id, day, Confidence.STATED, false);
    }

    private Provenance documented(Statement.Document document) {
        List<String> urls = Stream.of(
                        content.activities(), content.competences(), content.markets(), content.objectives())
                .flatMap(List::stream)
                .map(Statement::source)
                .filter(Objects::nonNull)
                .map(Statement.Document::url)
                .distinct()
                .sorted()
                .collect(Collectors.toList());
        String id = documentPrefix() + (urls.indexOf(document.url()) + 1);
        sources.merge(
                id,
                new SourceEntry(id, document.url(), Optional.of(document.url()), document.readOn()),
                (one, other) -> one.readOn().isAfter(other.readOn()) ? one : other);
        return new Provenance(id, document.readOn(), Confidence.DOCUMENTED, false);
    }

    private String statementId() {
        return OwnSources.statement(clusterId);
    }

    private String documentPrefix() {
        return OwnSources.documents(clusterId);
    }

    /**
     * What the directory knows from reference data, as the beginning of a profile.
     *
     * @param cluster as the directory shows it
     * @return the same as somebody could have entered it
     */
    static ProfileContent taken(ClusterDescription cluster) {
        ClusterDetails details = cluster.details().orElse(ClusterDetails.NONE);
        return new ProfileContent(
                cluster.name(),
                cluster.kind(),
                cluster.summary(),
                cluster.keywords(),
                cluster.scale().map(Tag::code).map(Scale::valueOf).orElse(null),
                latest(cluster, Measure.JOBS).map(Figure::amount).orElse(null),
                latest(cluster, Measure.JOBS).map(Figure::precision).orElse(null),
                latest(cluster, Measure.MEMBERS).map(Figure::precision).orElse(null),
                withMembers(
                        details,
                        latest(cluster, Measure.MEMBERS).map(Figure::amount).orElse(null)),
                statements(cluster, Facet.ACTIVITY),
                statements(cluster, Facet.COMPETENCE),
                statements(cluster, Facet.MARKET),
                statements(cluster, Facet.OBJECTIVE),
                null);
    }

    private static List<Statement> statements(ClusterDescription cluster, Facet facet) {
        return cluster.tags().stream()
                .filter(tag -> tag.facet() == facet)
                .map(tag -> new Statement(tag.code(), tag.level(), null))
                .toList();
    }

    /** Figures come newest first. */
    private static Optional<Figure> latest(ClusterDescription cluster, Measure measure) {
        return cluster.figures().stream()
                .filter(figure -> figure.measure() == measure)
                .findFirst();
    }

    private static ClusterDetails withMembers(ClusterDetails details, Integer total) {
        return new ClusterDetails(
                details.founded(),
                details.legalForm(),
                details.website(),
                details.staff(),
                details.excellenceLabel(),
                details.otherLabel(),
                details.networks(),
                details.languages(),
                details.sectoralIndustries(),
                details.technologyFields(),
                details.s3Areas(),
                details.emergingIndustries(),
                new ClusterDetails.Members(total, null, null, null, null, null),
                details.scaleUpFacilities(),
                details.majorPlayers(),
                details.strategy(),
                details.formalStrategy(),
                details.internationalStrategy(),
                details.services(),
                details.targetCountries(),
                details.contactRole());
    }
}
