package eu.urbact.infocus.registration.logistics.rest;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

import eu.urbact.infocus.registration.logistics.AccessNeed;
import eu.urbact.infocus.registration.logistics.ChangeRequest;
import eu.urbact.infocus.registration.logistics.Diet;
import eu.urbact.infocus.registration.logistics.Logistics;
import eu.urbact.infocus.registration.logistics.LogisticsOption;
import eu.urbact.infocus.registration.logistics.Needs;
import eu.urbact.infocus.registration.logistics.OptionKind;
import eu.urbact.infocus.registration.logistics.OwnLogistics;
import eu.urbact.infocus.registration.logistics.TravelMeans;
import eu.urbact.infocus.registration.programmeview.Workshop;

/**
 * What is asked of a person with a place, with their answers.
 *
 * @param frozen whether places are changed on request only
 * @param over whether nothing is left to plan
 * @param travelOutside whether the workshop is not between arrival and departure, which it may have been before
 * @param travelForgotten whether it was told how the person travels, and deleted as its time was over
 * @param needsForgotten whether it was told what the person eats and needs, and the time for which that is kept is over
 * @param request the newest request for other places
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record OwnLogisticsResponse(
        String workshopSlug,
        String workshopTitle,
        Instant startsAt,
        Instant endsAt,
        String zone,
        Instant freezeAt,
        boolean frozen,
        boolean over,
        List<OwnOption> options,
        LegResponse arrival,
        LegResponse departure,
        boolean travelOutside,
        boolean travelForgotten,
        boolean choicesAnswered,
        boolean needsAnswered,
        boolean needsForgotten,
        List<Diet> diets,
        String dietNote,
        List<AccessNeed> accessNeeds,
        String accessNote,
        Boolean photoConsent,
        OwnChangeRequest request) {

    /** One way. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record LegResponse(Instant at, TravelMeans by, String details) {

        static LegResponse of(Logistics.Leg leg) {
            return leg == null ? null : new LegResponse(leg.at(), leg.by(), leg.details());
        }
    }

    /**
     * Something to come along to.
     *
     * @param free places left; absent without a limit
     * @param outside whether the workshop is not on this day, which it may have been before
     * @param chosen whether the person comes along
     * @param companions with how many others
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record OwnOption(
            UUID id,
            OptionKind kind,
            String title,
            Instant startsAt,
            String meetingPoint,
            boolean companionsWelcome,
            Integer free,
            boolean outside,
            boolean chosen,
            int companions) {

        static OwnOption of(LogisticsOption option, Workshop workshop, Map<UUID, Integer> choices) {
            return new OwnOption(
                    option.id(),
                    option.kind(),
                    option.title(),
                    option.startsAt(),
                    option.meetingPoint(),
                    option.companionsWelcome(),
                    option.free(),
                    option.isOutside(workshop),
                    choices.containsKey(option.id()),
                    choices.getOrDefault(option.id(), 0));
        }
    }

    /** A request for other places. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record OwnChangeRequest(
            UUID id,

            @Schema(enumeration = {"OPEN", "ACCEPTED", "REFUSED", "TAKEN_BACK"})
            String state,

            List<Choice> wanted,
            String message,
            String answer,
            Instant requestedAt,
            Instant decidedAt) {

        static OwnChangeRequest of(ChangeRequest request) {
            return request == null
                    ? null
                    : new OwnChangeRequest(
                            request.id(),
                            request.state().name(),
                            Choice.of(request.wanted()),
                            request.message(),
                            request.answer(),
                            request.requestedAt(),
                            request.decidedAt());
        }
    }

    static OwnLogisticsResponse of(OwnLogistics own) {
        Optional<Logistics> answered = Optional.ofNullable(own.answered());
        Optional<Needs.Answer> needs = Optional.ofNullable(own.needs());
        Map<UUID, Integer> choices = answered.map(Logistics::choices).orElse(Map.of());
        return new OwnLogisticsResponse(
                own.workshop().slug(),
                own.workshop().title(),
                own.workshop().startsAt(),
                own.workshop().endsAt(),
                own.workshop().zone().getId(),
                own.freezeAt(),
                own.frozen(),
                own.over(),
                own.options().stream()
                        .map(option -> OwnOption.of(option, own.workshop(), choices))
                        .toList(),
                LegResponse.of(answered.map(Logistics::arrival).orElse(null)),
                LegResponse.of(answered.map(Logistics::departure).orElse(null)),
                own.travelOutside(),
                own.travelForgotten(),
                answered.map(Logistics::choicesAnsweredAt).isPresent(),
                answered.map(Logistics::needsAnsweredAt).isPresent(),
                own.needsForgotten(),
                needs.map(Needs.Answer::diets)
                        .map(diets -> diets.stream().sorted().toList())
                        .orElse(List.of()),
                needs.map(Needs.Answer::dietNote).orElse(null),
                needs.map(Needs.Answer::accessNeeds)
                        .map(accessNeeds -> accessNeeds.stream().sorted().toList())
                        .orElse(List.of()),
                needs.map(Needs.Answer::accessNote).orElse(null),
                answered.map(Logistics::photoConsent).orElse(null),
                OwnChangeRequest.of(own.request()));
    }
}
