package eu.urbact.infocus.registration.logistics.rest;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import eu.urbact.infocus.chassis.problem.Problems;
import eu.urbact.infocus.chassis.rest.PageRequest;
import eu.urbact.infocus.chassis.security.Roles;
import eu.urbact.infocus.registration.call.WorkshopOfCall;
import eu.urbact.infocus.registration.logistics.AnswerCount;
import eu.urbact.infocus.registration.logistics.ChangeRequest;
import eu.urbact.infocus.registration.logistics.ChangeRequests;
import eu.urbact.infocus.registration.logistics.Headcount;
import eu.urbact.infocus.registration.logistics.Headcounts;
import eu.urbact.infocus.registration.logistics.LogisticsOption;
import eu.urbact.infocus.registration.logistics.LogisticsOptions;
import eu.urbact.infocus.registration.logistics.SessionNeeds;
import eu.urbact.infocus.registration.logistics.TravelCount;
import eu.urbact.infocus.registration.programmeview.Workshop;

/** How many come along to what, for kitchens, venues and buses; for organisers. */
@Path("/api/v1/admin/calls/{id}/logistics/headcounts")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.ORGANISER)
@Tag(name = "Admin")
public class HeadcountsResource {

    /** How many of something. */
    public record Count(String code, long people) {

        static <E extends Enum<E>> List<Count> of(Map<E, Long> counts) {
            return counts.entrySet().stream()
                    .sorted(Map.Entry.comparingByKey())
                    .map(count -> new Count(count.getKey().name(), count.getValue()))
                    .toList();
        }
    }

    /**
     * How many come along to one option.
     *
     * @param places people and companions
     * @param diets of those who eat at a meal or dinner; empty for anything else
     * @param dietNotes how many have told the kitchen something in words; the words are on the list with names; 0 where nothing is eaten
     */
    public record OptionHeadcount(
            LogisticsOptionsResource.OptionResponse option,
            long people,
            long companions,
            long places,
            List<Count> diets,
            long dietNotes,
            List<Count> accessNeeds,
            long accessNotes) {

        static OptionHeadcount of(LogisticsOption option, Workshop workshop, Headcount count) {
            return new OptionHeadcount(
                    LogisticsOptionsResource.OptionResponse.of(option, workshop),
                    count.people(),
                    count.companions(),
                    count.people() + count.companions(),
                    Count.of(count.diets()),
                    count.dietNotes(),
                    Count.of(count.accessNeeds()),
                    count.accessNotes());
        }
    }

    /**
     * What the venue of the sessions must be ready for.
     *
     * @param accessNeeds of everybody with a place, whatever they come along to
     * @param accessNotes how many of them have told the venue something in words
     */
    public record SessionsHeadcount(List<Count> accessNeeds, long accessNotes) {

        static SessionsHeadcount of(SessionNeeds needs) {
            return new SessionsHeadcount(Count.of(needs.accessNeeds()), needs.accessNotes());
        }
    }

    /** All numbers of a call; no names. */
    public record HeadcountsResponse(
            String zone,
            AnswerCount answers,
            List<OptionHeadcount> options,
            List<TravelCount> arrivals,
            List<TravelCount> departures,
            long openRequests,
            SessionsHeadcount sessions) {}

    private final WorkshopOfCall workshopOfCall;
    private final LogisticsOptions options;
    private final Headcounts headcounts;
    private final ChangeRequests requests;

    HeadcountsResource(
            WorkshopOfCall workshopOfCall, LogisticsOptions options, Headcounts headcounts, ChangeRequests requests) {
        this.workshopOfCall = workshopOfCall;
        this.options = options;
        this.headcounts = headcounts;
        this.requests = requests;
    }

    @GET
    @Transactional
    @Operation(
            summary = "Count who comes along to what, and what kitchens, venues and buses must be ready for",
            description = "Numbers only; names are on the list of an option, and whoever reads it is written down.")
    public HeadcountsResponse headcounts(@PathParam("id") UUID callId) {
        Workshop workshop = workshop(callId);
        Map<UUID, Headcount> counts = headcounts.of(callId);
        return new HeadcountsResponse(
                workshop.zone().getId(),
                headcounts.answers(callId),
                options.of(callId).stream()
                        .map(option -> OptionHeadcount.of(option, workshop, counts.get(option.id())))
                        .toList(),
                headcounts.arrivals(callId, workshop),
                headcounts.departures(callId, workshop),
                requests.of(callId, ChangeRequest.State.OPEN, PageRequest.of(0, 1))
                        .total(),
                SessionsHeadcount.of(headcounts.sessionNeeds(callId)));
    }

    private Workshop workshop(UUID callId) {
        return workshopOfCall.find(callId).orElseThrow(Problems::notFound);
    }
}
