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
        ChangeRequest request) {}
