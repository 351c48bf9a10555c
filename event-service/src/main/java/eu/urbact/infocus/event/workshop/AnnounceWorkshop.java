package eu.urbact.infocus.event.workshop;

import java.time.Instant;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;

import eu.urbact.infocus.chassis.identity.Ids;

/** Makes the public facts of a workshop known: here at once, to the other services by an event. */
@ApplicationScoped
public class AnnounceWorkshop {

    private final Workshops workshops;
    private final Event<WorkshopAnnounced> announced;

    AnnounceWorkshop(Workshops workshops, Event<WorkshopAnnounced> announced) {
        this.workshops = workshops;
        this.announced = announced;
    }

    /**
     * Creates the workshop or corrects its facts. The event is sent only when something in it is new.
     *
     * @return the workshop, and whether anything changed
     */
    @Transactional
    public Announcement announce(WorkshopFacts facts) {
        workshops.lockForWriting();
        Series series = seriesFor(facts);
        Workshop workshop = workshops.bySlug(facts.slug()).orElse(null);
        if (workshop == null) {
            workshop = new Workshop(Ids.next(), series, facts);
            workshops.persist(workshop);
            announced.fire(workshop.announcement());
            return new Announcement(workshop, null, true);
        }
        WorkshopFacts factsBefore = workshop.facts();
        WorkshopAnnounced saidBefore = workshop.announcement();
        series.rename(facts.seriesTitle());
        workshop.describe(series, facts);
        if (!workshop.announcement().equals(saidBefore)) {
            announced.fire(workshop.announcement());
        }
        return new Announcement(workshop, factsBefore, !facts.equals(factsBefore));
    }

    private Series seriesFor(WorkshopFacts facts) {
        return workshops.series(facts.seriesSlug()).orElseGet(() -> {
            Series created = new Series(Ids.next(), facts.seriesSlug(), facts.seriesTitle());
            workshops.add(created);
            return created;
        });
    }

    /**
     * What an announcement did.
     *
     * @param workshop the workshop as it is now
     * @param before what was said about it before; null when it is new
     * @param changed whether anything about it is new
     */
    public record Announcement(Workshop workshop, WorkshopFacts before, boolean changed) {

        /** Whether the workshop was still to end before, and by what is said now is over. */
        public boolean putsIntoThePast(Instant now) {
            return before != null
                    && before.endsAt().isAfter(now)
                    && !workshop.facts().endsAt().isAfter(now);
        }
    }
}
