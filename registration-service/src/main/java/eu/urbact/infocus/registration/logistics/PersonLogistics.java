package eu.urbact.infocus.registration.logistics;

import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import java.util.function.Function;
import jakarta.enterprise.context.ApplicationScoped;

import eu.urbact.infocus.chassis.outcome.Outcome;
import eu.urbact.infocus.chassis.outcome.Verdict;
import eu.urbact.infocus.registration.application.Application;
import eu.urbact.infocus.registration.application.Applications;
import eu.urbact.infocus.registration.problem.RegistrationProblem;
import eu.urbact.infocus.registration.programmeview.Workshop;
import eu.urbact.infocus.registration.programmeview.Workshops;

/**
 * Finds what the use cases of one person need: the application, locked, so that a person's answers come one after the other and nobody
 * withdraws in between; and what they have answered so far.
 */
@ApplicationScoped
class PersonLogistics {

    /** A person who may answer. */
    record Answering(Application application, Workshop workshop, Instant freezeAt, Instant now) {}

    private final Applications applications;
    private final Workshops workshops;
    private final LogisticsSettings settings;
    private final LogisticsOfPeople people;
    private final Clock clock;

    PersonLogistics(
            Applications applications,
            Workshops workshops,
            LogisticsSettings settings,
            LogisticsOfPeople people,
            Clock clock) {
        this.applications = applications;
        this.workshops = workshops;
        this.settings = settings;
        this.people = people;
        this.clock = clock;
    }

    /** Goes on with the person, locked. Refused without a place, before organisers ask, and when the workshop is over. */
    <T> Outcome<T> planning(UUID applicationId, Function<Answering, Outcome<T>> then) {
        return atAnyTime(
                applicationId,
                answering ->
                        LogisticsPolicy.plan(answering.now(), answering.workshop()) instanceof Verdict.Refused refused
                                ? Outcome.refused(refused)
                                : then.apply(answering));
    }

    /** Goes on with the person, locked, also after the workshop. Refused without a place and before organisers ask. */
    <T> Outcome<T> atAnyTime(UUID applicationId, Function<Answering, Outcome<T>> then) {
        Application application = applications.toChange(applicationId);
        if (application.isErased()) {
            return Outcome.refused(RegistrationProblem.PERSON_ERASED, "Nothing is planned for them any more.");
        }
        Instant freezeAt = settings.freezeAtToRelyOn(application.callId()).orElse(null);
        if (LogisticsPolicy.see(application.state(), freezeAt) instanceof Verdict.Refused refused) {
            return Outcome.refused(refused);
        }
        return then.apply(
                new Answering(application, workshops.findById(application.workshopId()), freezeAt, clock.instant()));
    }

    /** What the person has answered so far, to be changed. */
    Logistics of(Answering answering) {
        return people.findByIdOptional(answering.application().id()).orElseGet(() -> {
            Logistics logistics = new Logistics(answering.application());
            people.persist(logistics);
            return logistics;
        });
    }
}
