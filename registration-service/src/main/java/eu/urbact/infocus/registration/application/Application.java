package eu.urbact.infocus.registration.application;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;

import eu.urbact.infocus.chassis.identity.Ids;
import eu.urbact.infocus.chassis.validation.LineEnds;
import eu.urbact.infocus.registration.seat.BucketCode;

/** One person's application to one call. It holds a bucket exactly while it holds a seat. */
@Entity
@Table(name = "application")
public class Application {

    /** Stands where the family name was; tables that are taken away have it too. */
    public static final String ERASED = "(erased)";

    /** The BCP 47 tag of no language that is known. */
    private static final String UNDETERMINED = "und";

    @Id
    private UUID id;

    private UUID callId;
    private UUID workshopId;

    @Enumerated(EnumType.STRING)
    private ApplicationState state;

    private String givenName;
    private String familyName;
    private String email;
    private String emailKey;
    private String organisation;
    private String position;
    private String cityId;
    private String country;

    @Enumerated(EnumType.STRING)
    private Profile profile;

    private boolean contributor;
    private String motivation;
    private String language;
    private String clusterId;
    private String bucket;

    @Enumerated(EnumType.STRING)
    private ReasonCode reasonCode;

    private String note;
    private int linkVersion;
    private Instant appliedAt;
    private Instant decidedAt;
    private Instant withdrawnAt;
    private Instant placeSince;
    private Instant placeUntil;
    private boolean replaced;
    private boolean withdrawnByOrganisers;
    private Instant erasedAt;

    /** Name, organisation and address in small letters without accents, made by the database for searching. */
    @Column(insertable = false, updatable = false)
    private String searchText;

    /** The name, family name first, in small letters without accents, made by the database for sorting. */
    @Column(insertable = false, updatable = false)
    private String sortName;

    /** Organisers' votes for it less those against it, counted by the database. */
    @Column(insertable = false, updatable = false)
    private int voteScore;

    @Version
    private long version;

    /** For Hibernate. */
    protected Application() {}

    Application(UUID callId, UUID workshopId, Person person, Instant now) {
        this(Ids.next(), callId, workshopId, person, now);
    }

    /** With an id of its own, made by whoever brings in several at the same moment, or says when each of them has applied. */
    Application(UUID id, UUID callId, UUID workshopId, Person person, Instant appliedAt) {
        this.id = id;
        this.callId = callId;
        this.workshopId = workshopId;
        this.state = ApplicationState.SUBMITTED;
        this.givenName = person.givenName();
        this.familyName = person.familyName();
        this.email = person.email().address();
        this.emailKey = person.email().key();
        this.organisation = person.organisation();
        this.position = person.position();
        this.cityId = person.cityId();
        this.country = person.country();
        this.profile = person.profile();
        this.contributor = person.contributor();
        this.motivation = person.motivation();
        this.language = person.language();
        this.clusterId = person.clusterId();
        this.linkVersion = 1;
        this.appliedAt = appliedAt;
    }

    /** The person gets the seat that has been taken in this bucket. */
    void admit(BucketCode seat, String noteToPerson, Instant now) {
        decide(ApplicationState.ADMITTED, null, noteToPerson, now);
        this.bucket = seat.value();
    }

    void putOnWaitingList(ReasonCode reason, String noteToPerson, Instant now) {
        decide(ApplicationState.WAITLISTED, reason, noteToPerson, now);
        this.bucket = null;
    }

    void decline(ReasonCode reason, String noteToPerson, Instant now) {
        decide(ApplicationState.DECLINED, reason, noteToPerson, now);
        this.bucket = null;
    }

    /** A seat has been taken in this bucket and is held until the person has answered. */
    void offer(BucketCode seat) {
        require(ApplicationState.WAITLISTED);
        this.state = ApplicationState.OFFERED;
        this.bucket = seat.value();
    }

    /** The person takes the offered seat. */
    void acceptOffer(Instant now) {
        require(ApplicationState.OFFERED);
        decide(ApplicationState.ADMITTED, null, null, now);
    }

    /** The offered seat is no longer held for the person, who waits again. */
    void waitAgain() {
        require(ApplicationState.OFFERED);
        this.state = ApplicationState.WAITLISTED;
        this.bucket = null;
    }

    /** The person's city has nominated them: what was decided before that is decided anew. */
    void waitForDecision() {
        require(ApplicationState.WAITLISTED);
        decide(ApplicationState.SUBMITTED, null, null, null);
    }

    private void require(ApplicationState expected) {
        if (state != expected) {
            throw new IllegalStateException("the application is " + state);
        }
    }

    private void decide(ApplicationState decided, ReasonCode reason, String noteToPerson, Instant now) {
        become(decided, now);
        this.replaced = false;
        this.reasonCode = reason;
        this.note = noteToPerson;
        this.decidedAt = now;
    }

    /** Keeps since when the person has a place, or until when they had one: what is counted of a day that is over stays. */
    private void become(ApplicationState next, Instant now) {
        if (next == ApplicationState.ADMITTED) {
            this.placeSince = now;
            this.placeUntil = null;
        } else if (state == ApplicationState.ADMITTED) {
            this.placeUntil = now;
        }
        this.state = next;
    }

    /**
     * The person says something else about themselves. The mail address stays: it is who they are here, and only organisers correct it.
     *
     * @return the names of the fields that are different now
     */
    List<String> change(Person person) {
        List<String> changed = new ArrayList<>(correct(person.called()));
        changed.addAll(differentIn(person));
        this.cityId = person.cityId();
        this.country = person.country();
        this.profile = person.profile();
        this.contributor = person.contributor();
        this.motivation = person.motivation();
        this.language = person.language();
        this.clusterId = person.clusterId();
        return List.copyOf(changed);
    }

    /** Whether the person has said all this already. */
    public boolean says(Person person) {
        return isCalled(person.called()) && differentIn(person).isEmpty();
    }

    private List<String> differentIn(Person person) {
        Map<String, Boolean> different = new LinkedHashMap<>();
        different.put("cityId", !Objects.equals(cityId, person.cityId()));
        different.put("country", !country.equals(person.country()));
        different.put("profile", profile != person.profile());
        different.put("contributor", contributor != person.contributor());
        different.put("motivation", !LineEnds.plain(motivation).equals(LineEnds.plain(person.motivation())));
        different.put("language", !language.equals(person.language()));
        different.put("clusterId", !Objects.equals(clusterId, person.clusterId()));
        return trueOnes(different);
    }

    /**
     * The person puts right how they are called.
     *
     * @return the names of the fields that are different now
     */
    List<String> correct(Called called) {
        List<String> changed = differentIn(called);
        this.givenName = called.givenName();
        this.familyName = called.familyName();
        this.organisation = called.organisation();
        this.position = called.position();
        return changed;
    }

    /** Whether the person is called like this already. */
    public boolean isCalled(Called called) {
        return differentIn(called).isEmpty();
    }

    private List<String> differentIn(Called called) {
        Map<String, Boolean> different = new LinkedHashMap<>();
        different.put("givenName", !givenName.equals(called.givenName()));
        different.put("familyName", !familyName.equals(called.familyName()));
        different.put("organisation", !organisation.equals(called.organisation()));
        different.put("position", !Objects.equals(position, called.position()));
        return trueOnes(different);
    }

    private static List<String> trueOnes(Map<String, Boolean> fields) {
        return fields.entrySet().stream()
                .filter(Map.Entry::getValue)
                .map(Map.Entry::getKey)
                .toList();
    }

    /** Makes every link and ticket that is out there worthless. */
    void renewLinks() {
        linkVersion++;
    }

    /** The person is written to at this address from now on; what went to the old one opens nothing any more. */
    void writeTo(EmailAddress corrected) {
        this.email = corrected.address();
        this.emailKey = corrected.key();
        renewLinks();
    }

    void withdraw(Instant now) {
        become(ApplicationState.WITHDRAWN, now);
        this.bucket = null;
        this.withdrawnAt = now;
    }

    /** The person's city sends somebody else. */
    void makeWay(Instant now) {
        withdraw(now);
        this.replaced = true;
    }

    /** Organisers enter for the person that they cannot come. */
    void withdrawForPerson(String noteToPerson, Instant now) {
        withdraw(now);
        this.note = noteToPerson;
        this.withdrawnByOrganisers = true;
    }

    /** The withdrawal was a mistake: what was sent in is decided about anew, and what was given up stays given up. */
    void standAgain() {
        require(ApplicationState.WITHDRAWN);
        decide(ApplicationState.SUBMITTED, null, null, null);
        this.withdrawnAt = null;
        this.withdrawnByOrganisers = false;
    }

    /**
     * Forgets who it was. What is counted stays: state, reason, city, country, profile, contributor, times. The key of the address
     * becomes one that nobody has, so that no two erased people count as one; every link dies.
     */
    void erase(Instant now) {
        if (isErased()) {
            return;
        }
        this.givenName = "";
        this.familyName = ERASED;
        this.email = "";
        this.emailKey = "erased:" + id;
        this.organisation = "";
        this.language = UNDETERMINED;
        this.clusterId = null;
        forgetWhatDecidedAboutIt();
        this.linkVersion++;
        this.erasedAt = now;
    }

    /** What goes on being counted when nobody knows any more who it was, and so may stand in the audit trail. */
    Map<String, Object> statistics() {
        Map<String, Object> statistics = new LinkedHashMap<>();
        statistics.put("cityId", cityId);
        statistics.put("country", country);
        statistics.put("profile", profile);
        statistics.put("contributor", contributor);
        return statistics;
    }

    /** Clears what was only needed to decide; false when nothing of it was there. */
    boolean forgetWhatDecidedAboutIt() {
        if (position == null && motivation.isEmpty() && note == null) {
            return false;
        }
        this.position = null;
        this.motivation = "";
        this.note = null;
        return true;
    }

    public UUID id() {
        return id;
    }

    public UUID callId() {
        return callId;
    }

    public UUID workshopId() {
        return workshopId;
    }

    public ApplicationState state() {
        return state;
    }

    public String givenName() {
        return givenName;
    }

    public String familyName() {
        return familyName;
    }

    /** What lists are sorted by. */
    String sortName() {
        return sortName;
    }

    /** As the person wrote it. */
    public String email() {
        return email;
    }

    String emailKey() {
        return emailKey;
    }

    public String organisation() {
        return organisation;
    }

    /** What the person does there; null when not said. */
    public String position() {
        return position;
    }

    /** The partner city the person comes with, or null. */
    public String cityId() {
        return cityId;
    }

    /** ISO 3166-1 alpha-2. */
    public String country() {
        return country;
    }

    public Profile profile() {
        return profile;
    }

    /** Whether the person says that they contribute to the programme. */
    public boolean contributor() {
        return contributor;
    }

    public String motivation() {
        return motivation;
    }

    /** The person's language as a BCP 47 tag. */
    public String language() {
        return language;
    }

    /** The cluster of the directory that the person speaks for, by its id there, or null. */
    public String clusterId() {
        return clusterId;
    }

    /** The bucket of the held seat, or null. */
    public BucketCode bucket() {
        return bucket == null ? null : new BucketCode(bucket);
    }

    /** Why it was declined or put on the waiting list, or null. */
    public ReasonCode reasonCode() {
        return reasonCode;
    }

    /** What the organisers want to tell the person with the decision, or null. */
    public String note() {
        return note;
    }

    /** Raised to make every signed link that is out there worthless. */
    public int linkVersion() {
        return linkVersion;
    }

    int voteScore() {
        return voteScore;
    }

    public Instant appliedAt() {
        return appliedAt;
    }

    public Instant decidedAt() {
        return decidedAt;
    }

    /** Since when the person has, or had, a place; null before the first. */
    Instant placeSince() {
        return placeSince;
    }

    /** Until when they had it; null while they have it. */
    Instant placeUntil() {
        return placeUntil;
    }

    public Instant withdrawnAt() {
        return withdrawnAt;
    }

    /** Whether it is the application of whoever reads mails to this address. */
    public boolean isOf(EmailAddress address) {
        return emailKey.equals(address.key());
    }

    /** Whether it is withdrawn because the person's city sends somebody else. */
    public boolean isReplaced() {
        return replaced;
    }

    /** Whether organisers have entered the withdrawal for the person. */
    public boolean isWithdrawnByOrganisers() {
        return withdrawnByOrganisers;
    }

    /** Whether the decision that holds now has taken away the place that the person had. */
    public boolean hasLostPlace() {
        return (state == ApplicationState.WAITLISTED || state == ApplicationState.DECLINED)
                && placeUntil != null
                && placeUntil.equals(decidedAt);
    }

    /** Whether the person has been forgotten; nothing can be decided, told or shown any more. */
    public boolean isErased() {
        return erasedAt != null;
    }

    /** When the person was forgotten, or null. */
    public Instant erasedAt() {
        return erasedAt;
    }

    public long version() {
        return version;
    }
}
