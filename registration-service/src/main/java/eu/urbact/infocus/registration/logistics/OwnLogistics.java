package eu.urbact.infocus.registration.logistics;

import java.time.Instant;
import java.util.List;

import eu.urbact.infocus.registration.application.Application;
import eu.urbact.infocus.registration.programmeview.Workshop;

/**
 * Everything that is asked of one person, with what they have answered.
 *
 * @param frozen whether places are changed on request only
 * @param over whether nothing is left to plan
 * @param answered what was answered, or null
 * @param needs what the person eats and needs, or null when nothing is kept
 * @param needsForgotten whether the person has told what they eat and need and the time for which it is kept is over
 * @param request the newest request for other places, or null
 */
public record OwnLogistics(
        Application application,
        Workshop workshop,
        Instant freezeAt,
        boolean frozen,
        boolean over,
        List<LogisticsOption> options,
        Logistics answered,
        Needs.Answer needs,
        boolean needsForgotten,
        ChangeRequest request) {

    /** Whether the workshop, which may have been moved since, does not take place between arrival and departure. */
    public boolean travelOutside() {
        return answered != null && answered.travelsOutside(workshop);
    }

    /** Whether the person has told how they travel and it was deleted, as its time was over. */
    public boolean travelForgotten() {
        return over && answered != null && answered.travelAnsweredAt() != null && answered.arrival() == null;
    }
}
