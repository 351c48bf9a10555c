package eu.urbact.infocus.registration.calendar;

import java.time.Clock;
import java.time.Instant;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;

import eu.urbact.infocus.registration.application.Applications;
import eu.urbact.infocus.registration.programmeview.Workshop;
import eu.urbact.infocus.registration.programmeview.WorkshopMoved;
import eu.urbact.infocus.registration.programmeview.Workshops;

/**
 * Whoever has a place at a workshop that moves is told, unless it is over: they have planned their journey, and it is in their calendar. So is
 * whoever may still get one, before they accept a place on days that do not suit them. Whoever is offered one at that moment is told by the
 * waiting list, which knows whether they also have less time for it.
 */
@ApplicationScoped
class TellPeopleOfMove {

    private final Workshops workshops;
    private final Applications applications;
    private final Clock clock;
    private final Event<PlaceMovedFact> told;
    private final Event<ApplicantMovedFact> toldWithoutPlace;

    TellPeopleOfMove(
            Workshops workshops,
            Applications applications,
            Clock clock,
            Event<PlaceMovedFact> told,
            Event<ApplicantMovedFact> toldWithoutPlace) {
        this.workshops = workshops;
        this.applications = applications;
        this.clock = clock;
        this.told = told;
        this.toldWithoutPlace = toldWithoutPlace;
    }

    void tell(@Observes WorkshopMoved move) {
        Workshop workshop = workshops.findById(move.workshopId());
        Instant now = clock.instant();
        if (workshop.isOver(now)) {
            return;
        }
        // these first: whoever is admitted in between is told twice, and not never
        applications
                .hoping(workshop.id())
                .forEach((person, call) ->
                        toldWithoutPlace.fire(new ApplicantMovedFact(person, call, workshop.id(), now)));
        applications
                .withPlace(workshop.id())
                .forEach(person -> told.fire(new PlaceMovedFact(person.id(), person.callId(), workshop.id(), now)));
    }
}
