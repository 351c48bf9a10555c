package eu.urbact.infocus.registration.call.rest;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

import eu.urbact.infocus.chassis.calendar.CityNames;
import eu.urbact.infocus.chassis.problem.FieldError;
import eu.urbact.infocus.chassis.problem.Problems;
import eu.urbact.infocus.chassis.validation.SafeText;
import eu.urbact.infocus.registration.call.DraftCall;
import eu.urbact.infocus.registration.seat.BucketCode;
import eu.urbact.infocus.registration.seat.SeatPlan;

/**
 * What a call shall be. Times are instants with an offset; the zone is the one that pages print them in.
 *
 * @param skipModerationForDelegations whether a city's nominations for its own seats need no decision; no without it
 * @param questions what is asked beyond what every applicant is asked; without it a changed call keeps its questions
 * @param decidesBy the day, in the zone of the call, by which organisers mean to have decided about all applications; without it they name none
 */
public record DraftCallRequest(
        @NotBlank @Size(max = 100) @Pattern(regexp = "[a-z0-9]+(-[a-z0-9]+)*", message = "must be a workshop's slug")
        String workshopSlug,

        @NotNull OffsetDateTime opensAt,
        @NotNull OffsetDateTime closesAt,
        @NotBlank @Size(max = 60) String zone,
        @NotNull @Min(1) @Max(10_000) Integer capacity,

        @NotBlank @Size(max = 2_000) @SafeText(multiline = true)
        String eligibility,

        @NotNull @Size(max = 30) List<@NotBlank @Size(max = 200) @SafeText String> offered,
        @NotNull @Size(max = 30) List<@NotBlank @Size(max = 200) @SafeText String> notOffered,
        @NotEmpty @Size(max = 200) List<@Valid @NotNull Bucket> buckets,
        Boolean skipModerationForDelegations,
        @Size(max = 30) List<@Valid @NotNull QuestionRequest> questions,
        LocalDate decidesBy) {

    /** Some of the room's seats. */
    public record Bucket(
            @NotBlank
            @Pattern(
                    regexp = "OPEN|CONTRIBUTORS|CITY:[a-z]+(-[a-z]+)*",
                    message = "must be OPEN, CONTRIBUTORS or CITY: and a city's id")
            String code,

            @NotBlank @Size(max = 100) @SafeText String label,
            @NotNull @Min(0) @Max(10_000) Integer limit,
            LocalDate handBackOn) {}

    /** Both times are in our century, and in their order. */
    static void checkWindow(OffsetDateTime opensAt, OffsetDateTime closesAt, List<FieldError> errors) {
        if (!isOfOurTime(opensAt.getYear())) {
            errors.add(new FieldError("opensAt", "must be between 2000 and 2100"));
        }
        if (!isOfOurTime(closesAt.getYear())) {
            errors.add(new FieldError("closesAt", "must be between 2000 and 2100"));
        }
        if (!opensAt.toInstant().isBefore(closesAt.toInstant())) {
            errors.add(new FieldError("closesAt", "must be after opensAt"));
        }
    }

    /**
     * The zone of this name. An offset is none: it does not know when summer ends, and deadlines and calendars would be an hour off.
     *
     * @throws DateTimeException when there is no such zone
     */
    static ZoneId region(String zone) {
        ZoneId found = ZoneId.of(zone);
        if (!ZoneId.getAvailableZoneIds().contains(found.getId())) {
            throw new DateTimeException("an offset");
        }
        return found;
    }

    private static boolean isOfOurTime(int year) {
        return year >= 2000 && year < 2100;
    }

    /** Checks what no single field can tell, and translates. */
    DraftCall.Command command() {
        List<FieldError> errors = new ArrayList<>();
        ZoneId zoneId = null;
        try {
            zoneId = region(zone);
        } catch (DateTimeException e) {
            errors.add(new FieldError("zone", "must be an IANA time zone such as Europe/Berlin"));
        }
        checkWindow(opensAt, closesAt, errors);
        boolean hasOpenSeats = buckets.stream().anyMatch(bucket -> bucket.code().equals(BucketCode.OPEN.value()));
        Set<String> codes = new HashSet<>();
        for (int i = 0; i < buckets.size(); i++) {
            if (!codes.add(buckets.get(i).code())) {
                errors.add(new FieldError("buckets[" + i + "].code", "is there twice"));
            }
            if (new BucketCode(buckets.get(i).code())
                    .cityId()
                    .filter(city -> !CityNames.isPartner(city))
                    .isPresent()) {
                errors.add(new FieldError("buckets[" + i + "].code", "must be of a partner city of the network"));
            }
            LocalDate handBackOn = buckets.get(i).handBackOn();
            if (handBackOn != null
                    && new BucketCode(buckets.get(i).code()).cityId().isEmpty()) {
                errors.add(new FieldError("buckets[" + i + "].handBackOn", "is only for the seats of a city"));
            } else if (handBackOn != null && !isOfOurTime(handBackOn.getYear())) {
                errors.add(new FieldError("buckets[" + i + "].handBackOn", "must be between 2000 and 2100"));
            } else if (handBackOn != null && !hasOpenSeats) {
                errors.add(
                        new FieldError(
                                "buckets[" + i + "].handBackOn",
                                "needs open seats, which unused ones become: add them to the call, even if there are 0 at first"));
            }
        }
        if (decidesBy != null && !isOfOurTime(decidesBy.getYear())) {
            errors.add(new FieldError("decidesBy", "must be between 2000 and 2100"));
        }
        QuestionRequest.check(questions, errors);
        if (!errors.isEmpty()) {
            throw Problems.invalid(errors);
        }
        return new DraftCall.Command(
                workshopSlug,
                opensAt.toInstant(),
                closesAt.toInstant(),
                zoneId,
                capacity,
                eligibility.strip(),
                offered,
                notOffered,
                Boolean.TRUE.equals(skipModerationForDelegations),
                buckets.stream()
                        .map(bucket -> new SeatPlan(
                                new BucketCode(bucket.code()), bucket.label(), bucket.limit(), bucket.handBackOn()))
                        .toList(),
                questions == null
                        ? null
                        : questions.stream().map(QuestionRequest::question).toList(),
                decidesBy);
    }
}
