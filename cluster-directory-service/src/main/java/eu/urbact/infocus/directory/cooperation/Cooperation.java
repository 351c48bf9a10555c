package eu.urbact.infocus.directory.cooperation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jakarta.persistence.CascadeType;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Table;
import jakarta.persistence.Version;

import eu.urbact.infocus.chassis.identity.Ids;

/** A cooperation of two clusters of different cities. PROPOSED → ACCEPTED → ENDED, or PROPOSED → DECLINED or WITHDRAWN. */
@Entity
@Table(name = "cooperation")
public class Cooperation {

    @Id
    private UUID id;

    @Version
    private long version;

    private String fromClusterId;
    private String toClusterId;
    private String fromCityId;
    private String toCityId;
    private String message;

    @Enumerated(EnumType.STRING)
    private CooperationState state;

    private Instant proposedAt;
    private String answer;
    private Instant answeredAt;
    private Instant endedAt;
    private String closedBecause;

    @OneToMany(mappedBy = "cooperation", cascade = CascadeType.ALL)
    @OrderBy("dueOn, id")
    private List<CooperationStep> steps = new ArrayList<>();

    /** For Hibernate. */
    protected Cooperation() {}

    Cooperation(Side from, Side to, String message, Instant now) {
        this.id = Ids.next();
        this.fromClusterId = from.clusterId();
        this.fromCityId = from.cityId();
        this.toClusterId = to.clusterId();
        this.toCityId = to.cityId();
        this.message = message;
        this.state = CooperationState.PROPOSED;
        this.proposedAt = now;
    }

    /**
     * One of the two.
     *
     * @param clusterId its cluster
     * @param cityId the cluster's city
     */
    public record Side(String clusterId, String cityId) {}

    /** It stands so now; the rules have been asked. */
    void become(CooperationState next, String words, Instant now) {
        if (next == CooperationState.ENDED) {
            endedAt = now;
        } else {
            answer = words;
            answeredAt = now;
        }
        state = next;
    }

    /** Neither city ends it, but what happened: an open proposal is as if taken back, a running cooperation has ended. */
    void close(String because, Instant now) {
        become(state == CooperationState.PROPOSED ? CooperationState.WITHDRAWN : CooperationState.ENDED, null, now);
        closedBecause = because;
    }

    CooperationStep add(String text, String cityId, LocalDate dueOn, Instant now) {
        CooperationStep step = new CooperationStep(this, text, cityId, dueOn, now);
        steps.add(step);
        return step;
    }

    /** Whether one of these cities proposed it. */
    boolean isFrom(Collection<String> cities) {
        return cities.contains(fromCityId);
    }

    /** Whether one of these cities was asked. */
    boolean isTo(Collection<String> cities) {
        return cities.contains(toCityId);
    }

    boolean isBetween(String cityId) {
        return cityId.equals(fromCityId) || cityId.equals(toCityId);
    }

    Optional<CooperationStep> step(UUID stepId) {
        return steps.stream().filter(step -> step.id().equals(stepId)).findFirst();
    }

    public UUID id() {
        return id;
    }

    public long version() {
        return version;
    }

    /** Who proposed it. */
    public Side from() {
        return new Side(fromClusterId, fromCityId);
    }

    /** Who was asked. */
    public Side to() {
        return new Side(toClusterId, toCityId);
    }

    /** What was proposed. */
    public String message() {
        return message;
    }

    public CooperationState state() {
        return state;
    }

    public Instant proposedAt() {
        return proposedAt;
    }

    /** What was said when it was answered or taken back, or null. */
    public String answer() {
        return answer;
    }

    /** When it was answered or taken back, or null. */
    public Instant answeredAt() {
        return answeredAt;
    }

    /** When an accepted one came to its end, or null. */
    public Instant endedAt() {
        return endedAt;
    }

    /** Why it is over without either city having ended it, or null. */
    public String closedBecause() {
        return closedBecause;
    }

    /** What is to be done, by day. */
    public List<CooperationStep> steps() {
        return List.copyOf(steps);
    }
}
