package eu.urbact.infocus.registration.meeting;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;

import eu.urbact.infocus.chassis.audit.AuditTrail;
import eu.urbact.infocus.chassis.outcome.Outcome;
import eu.urbact.infocus.chassis.outcome.Verdict;
import eu.urbact.infocus.registration.application.Application;
import eu.urbact.infocus.registration.application.Applications;
import eu.urbact.infocus.registration.programmeview.Workshops;

/** A person with a place says what they offer and look for at the meetings, says it anew, or takes it back by saying nothing. */
@ApplicationScoped
public class StateMeetingWishes {

    private final Applications applications;
    private final Workshops workshops;
    private final WishesOfPeople people;
    private final AuditTrail audit;
    private final Event<MeetingWishesFact> facts;
    private final Clock clock;

    StateMeetingWishes(
            Applications applications,
            Workshops workshops,
            WishesOfPeople people,
            AuditTrail audit,
            Event<MeetingWishesFact> facts,
            Clock clock) {
        this.applications = applications;
        this.workshops = workshops;
        this.people = people;
        this.audit = audit;
        this.facts = facts;
        this.clock = clock;
    }

    /** Takes the place of what was said before; the same again changes nothing and tells nobody. */
    @Transactional
    public Outcome<MeetingWishes> state(UUID applicationId, Wishes wishes) {
        Application application = applications.toChange(applicationId);
        Instant now = clock.instant();
        if (MeetingWishesPolicy.state(
                        application.state(),
                        now,
                        workshops.findById(application.workshopId()).startsAt())
                instanceof Verdict.Refused refused) {
            return Outcome.refused(refused);
        }
        MeetingWishes said = people.of(applicationId);
        if (said.wishes().equals(wishes)) {
            return Outcome.done(said);
        }
        MeetingWishes saying = people.toChange(applicationId);
        saying.state(wishes, now);
        people.flush();
        // that it was told, and not what: the entry outlives the person's data
        audit.record("applicant", "meeting-wishes-stated", "application", applicationId.toString(), Map.of());
        facts.fire(MeetingWishesFact.of(application, wishes, now));
        return Outcome.done(saying);
    }
}
