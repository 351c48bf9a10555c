package eu.urbact.infocus.directory.meeting;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import eu.urbact.infocus.directory.meeting.Wishes.Topic;
import eu.urbact.infocus.directory.reference.Facet;
import eu.urbact.infocus.directory.reference.Taxonomy;

/** What somebody with a place has said themselves to offer and need, as it was told: codes of which some may be unknown here. */
@Entity
@Table(name = "stated_wishes")
public class StatedWishes {

    @Id
    private UUID applicationId;

    private List<String> offeredCompetences;
    private List<String> offeredActivities;
    private List<String> neededCompetences;
    private List<String> neededActivities;

    /** For Hibernate. */
    protected StatedWishes() {}

    StatedWishes(UUID applicationId, Codes offers, Codes needs) {
        this.applicationId = applicationId;
        this.offeredCompetences = offers.competences();
        this.offeredActivities = offers.activities();
        this.neededCompetences = needs.competences();
        this.neededActivities = needs.activities();
    }

    /** Codes as they were told. */
    public record Codes(List<String> competences, List<String> activities) {

        boolean isEmpty() {
            return competences.isEmpty() && activities.isEmpty();
        }
    }

    public UUID applicationId() {
        return applicationId;
    }

    /** What of it means something here; empty when nothing does, so that a person who has said nothing known has said nothing. */
    Optional<Wishes> known(Taxonomy taxonomy) {
        Set<Topic> offers = known(offeredCompetences, offeredActivities, taxonomy);
        Set<Topic> needs = known(neededCompetences, neededActivities, taxonomy);
        return offers.isEmpty() && needs.isEmpty()
                ? Optional.empty()
                : Optional.of(new Wishes(offers, needs, Wishes.Origin.STATED));
    }

    private static Set<Topic> known(List<String> competences, List<String> activities, Taxonomy taxonomy) {
        return Stream.concat(
                        competences.stream().map(code -> new Topic(Facet.COMPETENCE, code)),
                        activities.stream().map(code -> new Topic(Facet.ACTIVITY, code)))
                .filter(topic -> taxonomy.knows(topic.facet(), topic.code()))
                .collect(Collectors.toSet());
    }
}
