package eu.urbact.infocus.directory.meeting;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;

import eu.urbact.infocus.directory.cluster.Cluster;
import eu.urbact.infocus.directory.cluster.ClusterDescription;
import eu.urbact.infocus.directory.matchmaking.ConceptTrees;
import eu.urbact.infocus.directory.meeting.MeetingRoom.Person;
import eu.urbact.infocus.directory.meeting.MeetingRoom.Represented;
import eu.urbact.infocus.directory.meeting.Wishes.Topic;
import eu.urbact.infocus.directory.offer.Offer;
import eu.urbact.infocus.directory.offer.OfferKind;
import eu.urbact.infocus.directory.offer.Offers;
import eu.urbact.infocus.directory.programmeview.HostedWorkshops;
import eu.urbact.infocus.directory.reference.Facet;
import eu.urbact.infocus.directory.reference.Tag;
import eu.urbact.infocus.directory.reference.Taxonomies;
import eu.urbact.infocus.directory.reference.Taxonomy;

/**
 * Puts a room together. What organisers entered for the workshop counts; where that is nothing, a cluster offers and needs what its
 * city announced in the directory for the day of the meetings or longer. Without such notices its profile speaks: it offers what it is good at and what it mainly does, and
 * looks for what it only uses and for those whom it sells to. A person for whom nothing was entered speaks for themselves, and with
 * nothing to say for all clusters of the own city.
 */
@ApplicationScoped
public class OpenRoom {

    /** From this level on a competence or an activity is something to give. */
    private static final int MUCH = 2;

    private final EntityManager entityManager;
    private final WorkshopAttendees attendees;
    private final WishesOfAttendees wishesOfAttendees;
    private final Offers offers;
    private final HostedWorkshops workshops;
    private final Taxonomies taxonomies;
    private final Clock clock;

    OpenRoom(
            EntityManager entityManager,
            WorkshopAttendees attendees,
            WishesOfAttendees wishesOfAttendees,
            Offers offers,
            HostedWorkshops workshops,
            Taxonomies taxonomies,
            Clock clock) {
        this.entityManager = entityManager;
        this.attendees = attendees;
        this.wishesOfAttendees = wishesOfAttendees;
        this.offers = offers;
        this.workshops = workshops;
        this.taxonomies = taxonomies;
        this.clock = clock;
    }

    /** The room of a day, as it is now. To be called in a transaction. */
    public MeetingRoom of(MeetingDay day) {
        Map<String, ClusterDescription> known = entityManager
                .createQuery(
                        "from Cluster c left join fetch c.tags where c.withdrawnAt is null and (c.cityId is not null or c.id in :ids)",
                        Cluster.class)
                .setParameter("ids", day.clusters())
                // not a stream of rows: those of a cluster need not come one after the other
                .getResultList()
                .stream()
                .map(Cluster::description)
                .collect(Collectors.toMap(ClusterDescription::id, cluster -> cluster, (a, b) -> a, TreeMap::new));
        Map<String, Wishes> profiles = profiles(known.values(), date(day));
        List<Represented> clusters = day.clusters().stream()
                .filter(known::containsKey)
                .map(id -> new Represented(
                        id,
                        known.get(id).name(),
                        known.get(id).cityId().orElse(null),
                        entered(day, Wish.Side.CLUSTER, id).orElseGet(() -> profiles.get(id))))
                .toList();
        Taxonomy taxonomy = taxonomies.current();
        List<WorkshopAttendee> present = attendees.of(day.workshopId());
        Map<String, Wishes> stated = stated(present, taxonomy);
        List<Person> people = Stream.concat(
                        present.stream()
                                .map(attendee ->
                                        new Contributor(attendee.applicationId().toString(), null, attendee.cityId())),
                        day.contributors().values().stream())
                .map(person -> new Person(
                        person.person(),
                        person.label(),
                        person.cityId(),
                        entered(day, Wish.Side.PERSON, person.person())
                                .or(() -> Optional.ofNullable(stated.get(person.person())))
                                .orElseGet(() -> ofCity(person.cityId(), known.values(), profiles))))
                .toList();
        Collection<Wishes> all = Stream.concat(
                        people.stream().map(Person::wishes), clusters.stream().map(Represented::wishes))
                .toList();
        return new MeetingRoom(
                people, clusters, new Preference(ConceptTrees.nace(taxonomy), ConceptTrees.competences(taxonomy), all));
    }

    /**
     * The clusters that a plan or its changes name and that are not in the room any more. One that was taken out of the directory has its
     * name here, too: people hold it on paper.
     *
     * @param day the plan
     * @param room the room as it is now
     * @param changes what has been changed in the plan, or null
     * @return names by id
     */
    public Map<String, String> left(MeetingDay day, MeetingRoom room, MeetingPlan.Changes changes) {
        Set<String> named = new TreeSet<>(day.tables().keySet());
        day.meetings().forEach(meeting -> named.add(meeting.cluster()));
        if (changes != null) {
            changes.removed().forEach(meeting -> named.add(meeting.cluster()));
            changes.seats().stream()
                    .map(MeetingPlan.SeatChange::from)
                    .filter(Objects::nonNull)
                    .forEach(named::add);
        }
        room.clusters().forEach(cluster -> named.remove(cluster.id()));
        Map<String, String> names = new TreeMap<>();
        if (!named.isEmpty()) {
            entityManager
                    .createQuery("select c.id, c.name from Cluster c where c.id in :ids", Object[].class)
                    .setParameter("ids", named)
                    .getResultList()
                    .forEach(row -> names.put((String) row[0], (String) row[1]));
        }
        return names;
    }

    /** What people have said themselves, by their keys; a code that is not known has no effect. */
    private Map<String, Wishes> stated(List<WorkshopAttendee> present, Taxonomy taxonomy) {
        Map<String, Wishes> stated = new HashMap<>();
        wishesOfAttendees
                .of(present.stream().map(WorkshopAttendee::applicationId).toList())
                .forEach((id, said) -> said.known(taxonomy).ifPresent(wishes -> stated.put(id.toString(), wishes)));
        return stated;
    }

    private static Optional<Wishes> entered(MeetingDay day, Wish.Side side, String subject) {
        Map<OfferKind, Set<Topic>> byKind = day.wishes().stream()
                .filter(wish -> wish.side() == side && wish.subject().equals(subject))
                .collect(Collectors.groupingBy(
                        Wish::kind,
                        Collectors.mapping(wish -> new Topic(wish.facet(), wish.code()), Collectors.toSet())));
        return byKind.isEmpty()
                ? Optional.empty()
                : Optional.of(new Wishes(
                        byKind.getOrDefault(OfferKind.OFFER, Set.of()),
                        byKind.getOrDefault(OfferKind.NEED, Set.of()),
                        Wishes.Origin.ENTERED));
    }

    /** The day on which people meet, as it is counted there; today of a workshop that nobody has announced. */
    private LocalDate date(MeetingDay day) {
        return workshops
                .findByIdOptional(day.workshopId())
                .map(workshop -> LocalDate.ofInstant(
                        Optional.ofNullable(day.room().startsAt()).orElse(workshop.startsAt()), workshop.zone()))
                .orElseGet(() -> LocalDate.now(clock));
    }

    private Map<String, Wishes> profiles(Collection<ClusterDescription> clusters, LocalDate date) {
        Map<String, List<Offer>> notices =
                offers.open(clusters.stream().map(ClusterDescription::id).toList(), date).stream()
                        .collect(Collectors.groupingBy(Offer::clusterId));
        Map<String, Wishes> profiles = new HashMap<>();
        for (ClusterDescription cluster : clusters) {
            List<Offer> own = notices.getOrDefault(cluster.id(), List.of());
            Set<Topic> offered = topics(own, OfferKind.OFFER);
            Set<Topic> needed = topics(own, OfferKind.NEED);
            profiles.put(
                    cluster.id(),
                    new Wishes(
                            offered.isEmpty() ? given(cluster) : offered,
                            needed.isEmpty() ? lookedFor(cluster) : needed,
                            Wishes.Origin.DERIVED));
        }
        return profiles;
    }

    private static Set<Topic> topics(List<Offer> notices, OfferKind kind) {
        return notices.stream()
                .filter(notice -> notice.kind() == kind)
                .flatMap(OpenRoom::topics)
                .collect(Collectors.toSet());
    }

    /** A notice about a competence and an activity is answered by either. */
    private static Stream<Topic> topics(Offer notice) {
        return Stream.of(new Topic(Facet.COMPETENCE, notice.competence()), new Topic(Facet.ACTIVITY, notice.activity()))
                .filter(topic -> topic.code() != null);
    }

    private static Set<Topic> given(ClusterDescription cluster) {
        return topics(cluster, tag -> tag.facet() != Facet.MARKET && tag.level() >= MUCH);
    }

    private static Set<Topic> lookedFor(ClusterDescription cluster) {
        return topics(
                cluster, tag -> tag.facet() == Facet.MARKET || (tag.facet() == Facet.COMPETENCE && tag.level() < MUCH));
    }

    /** A market is where somebody with that activity is looked for. */
    private static Set<Topic> topics(ClusterDescription cluster, Predicate<Tag> which) {
        return cluster.tags().stream()
                .filter(tag ->
                        tag.facet() == Facet.ACTIVITY || tag.facet() == Facet.COMPETENCE || tag.facet() == Facet.MARKET)
                .filter(which)
                .map(tag -> new Topic(tag.facet() == Facet.COMPETENCE ? Facet.COMPETENCE : Facet.ACTIVITY, tag.code()))
                .collect(Collectors.toSet());
    }

    private static Wishes ofCity(String cityId, Collection<ClusterDescription> clusters, Map<String, Wishes> profiles) {
        Set<Topic> offered = new TreeSet<>();
        Set<Topic> needed = new TreeSet<>();
        clusters.stream()
                .filter(cluster -> cityId != null
                        && cluster.cityId().filter(cityId::equals).isPresent())
                .forEach(cluster -> {
                    offered.addAll(profiles.get(cluster.id()).offers());
                    needed.addAll(profiles.get(cluster.id()).needs());
                });
        return new Wishes(offered, needed, Wishes.Origin.DERIVED);
    }
}
