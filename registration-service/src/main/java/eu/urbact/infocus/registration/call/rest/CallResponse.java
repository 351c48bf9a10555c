package eu.urbact.infocus.registration.call.rest;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import eu.urbact.infocus.chassis.outcome.Verdict;
import eu.urbact.infocus.registration.call.CallForParticipation;

/** A call as everybody may see it. */
public record CallResponse(
        UUID id,
        UUID workshopId,
        String workshopSlug,
        String title,
        String state,
        Instant opensAt,
        Instant closesAt,
        String zone,
        int capacity,
        String eligibility,
        List<String> offered,
        List<String> notOffered,
        boolean acceptsApplications,
        long version) {

    static CallResponse of(CallForParticipation call, Instant now) {
        return new CallResponse(
                call.id(),
                call.workshopId(),
                call.workshopSlug(),
                call.title(),
                call.state().name(),
                call.opensAt(),
                call.closesAt(),
                call.zone().getId(),
                call.capacity(),
                call.eligibility(),
                call.offered(),
                call.notOffered(),
                call.accepts(now) instanceof Verdict.Allowed,
                call.version());
    }
}
