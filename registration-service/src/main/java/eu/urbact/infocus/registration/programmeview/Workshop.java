package eu.urbact.infocus.registration.programmeview;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Objects;
import java.util.UUID;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import eu.urbact.infocus.chassis.calendar.Whereabouts;

/** A workshop as far as registration needs to know it. */
@Entity
@Table(name = "workshop_view")
public class Workshop {

    /** How long it takes at most until somebody finds that days which were over when they were announced are a slip. */
    public static final Duration SLIP_FOUND_WITHIN = Duration.ofDays(14);

    private static final int NEAR = 14;

    @Id
    private UUID id;

    private String slug;
    private String title;
    private String hostCityId;
    private Instant startsAt;
    private Instant endsAt;
    private String zone;
    private String venueName;
    private String venueAddress;
    private Instant changedAt;
    private Instant movedAt;

    /** For Hibernate. */
    protected Workshop() {}

    Workshop(UUID id) {
        this.id = id;
    }

    /**
     * Takes over what is announced.
     *
     * @return whether it takes place at another time, in another house or in another city than said before; a house that was not known yet
     *     is none
     */
    boolean announce(RememberWorkshop.Announcement said, Instant now) {
        boolean unheardOf = changedAt == null;
        boolean otherVenue =
                !Objects.equals(said.venueName(), venueName) || !Objects.equals(said.venueAddress(), venueAddress);
        boolean sameDays = said.startsAt().equals(startsAt)
                && said.endsAt().equals(endsAt)
                && said.zone().getId().equals(zone);
        boolean moves =
                !unheardOf && !(sameDays && said.hostCityId().equals(hostCityId) && (venueName == null || !otherVenue));
        if (unheardOf
                || moves
                || otherVenue
                || !said.title().equals(title)
                || !said.slug().equals(slug)) {
            this.changedAt = now;
        }
        if (!sameDays) {
            this.movedAt = now;
        }
        this.slug = said.slug();
        this.title = said.title();
        this.hostCityId = said.hostCityId();
        this.startsAt = said.startsAt();
        this.endsAt = said.endsAt();
        this.zone = said.zone().getId();
        this.venueName = said.venueName();
        this.venueAddress = said.venueAddress();
        return moves;
    }

    public UUID id() {
        return id;
    }

    public String slug() {
        return slug;
    }

    public String title() {
        return title;
    }

    /** Id of the partner city that receives it. */
    public String hostCityId() {
        return hostCityId;
    }

    /** The house in which it takes place; null when only the city is known. */
    public String venueName() {
        return venueName;
    }

    /** Where that house is, in one line with the town; null when only the city is known. */
    public String venueAddress() {
        return venueAddress;
    }

    /** Where people come to, as precisely as it is known. */
    public String place() {
        return Whereabouts.of(venueName, venueAddress, hostCityId);
    }

    public Instant startsAt() {
        return startsAt;
    }

    public Instant endsAt() {
        return endsAt;
    }

    /** Whether it has ended by this moment; at the very end it is over. */
    public boolean isOver(Instant now) {
        return !now.isBefore(endsAt);
    }

    /**
     * When something is erased that is due at this moment by the days of the workshop: days that were over already when they were announced are
     * most likely a slip, say in the year, of which nobody is told, and so hold only when there was time to find it.
     */
    public Instant erasedAt(Instant due) {
        Instant found = movedAt.plus(SLIP_FOUND_WITHIN);
        return isOver(movedAt) && found.isAfter(due) ? found : due;
    }

    /** When something is erased that is kept for so long after the end, as {@link #erasedAt} says. */
    public Instant erasedAfter(Duration kept) {
        return erasedAt(endsAt.plus(kept));
    }

    /** The day at the venue on which it begins. */
    public LocalDate firstDay() {
        return LocalDate.ofInstant(startsAt, zone());
    }

    /** The last day at the venue: one that ends at midnight has no further day. */
    public LocalDate lastDay() {
        Instant end = endsAt.isAfter(startsAt) ? endsAt.minusNanos(1) : startsAt;
        return LocalDate.ofInstant(end, zone());
    }

    /** Whether a day at the venue is one of the workshop's or within two weeks of it; anything farther is most likely a slip. */
    public boolean isNear(LocalDate day) {
        return isWithin(NEAR, day);
    }

    /** Whether a day at the venue is one of the workshop's, the one before or the one after: on those people come and go. */
    public boolean isAround(LocalDate day) {
        return isWithin(1, day);
    }

    private boolean isWithin(int days, LocalDate day) {
        return !day.isBefore(firstDay().minusDays(days))
                && !day.isAfter(lastDay().plusDays(days));
    }

    /** When anything that is said here was said last that was not said before. */
    public Instant changedAt() {
        return changedAt;
    }

    /** Since when it begins and ends when it does, where it is; another title, house or city leaves that as it was. */
    public Instant movedAt() {
        return movedAt;
    }

    public ZoneId zone() {
        return ZoneId.of(zone);
    }
}
