package eu.urbact.infocus.registration.attendance.rest;

import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import eu.urbact.infocus.chassis.problem.FieldError;
import eu.urbact.infocus.chassis.problem.Problems;
import eu.urbact.infocus.chassis.rest.Idempotency;
import eu.urbact.infocus.chassis.rest.Page;
import eu.urbact.infocus.chassis.rest.PageRequest;
import eu.urbact.infocus.chassis.security.Roles;
import eu.urbact.infocus.chassis.validation.PersonName;
import eu.urbact.infocus.chassis.validation.SafeText;
import eu.urbact.infocus.registration.application.Application;
import eu.urbact.infocus.registration.application.ApplicationState;
import eu.urbact.infocus.registration.application.Applications;
import eu.urbact.infocus.registration.application.rest.Country;
import eu.urbact.infocus.registration.attendance.Attendee;
import eu.urbact.infocus.registration.attendance.CheckIn;
import eu.urbact.infocus.registration.attendance.CheckInPerson;
import eu.urbact.infocus.registration.attendance.CheckIns;
import eu.urbact.infocus.registration.attendance.DayStatus;
import eu.urbact.infocus.registration.attendance.DoorTickets;
import eu.urbact.infocus.registration.attendance.Doors;
import eu.urbact.infocus.registration.attendance.RecordWalkIn;
import eu.urbact.infocus.registration.attendance.WalkIn;
import eu.urbact.infocus.registration.attendance.WalkIns;
import eu.urbact.infocus.registration.logistics.LogisticsOfPeople;
import eu.urbact.infocus.registration.organiser.Organisers;
import eu.urbact.infocus.registration.recipient.PersonalPages;
import eu.urbact.infocus.registration.seat.BucketCode;
import eu.urbact.infocus.registration.seat.Seats;

/** The door, for the people at the desk. */
@Path("/api/v1/desk")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.DESK, Roles.ORGANISER})
@Tag(name = "Desk")
public class DoorResource {

    private static final String CHECK_IN = "check-in";
    private static final String WALK_IN = "walk-in";

    /** The request header that carries what was scanned, so that it stands in no access log. */
    public static final String TICKET_HEADER = "Ticket";

    /** Who is let in: by their application, or by what was scanned off their ticket. */
    public record CheckInRequest(
            UUID applicationId, @Size(max = 400) String ticket) {}

    /**
     * Somebody is in; {@code repeated} when they were in already, and then with the first time.
     *
     * @param noPictures true when they have said that they do not want to be in pictures; absent otherwise
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record CheckInResponse(
            UUID applicationId,
            String givenName,
            String familyName,
            String organisation,
            String cityId,
            LocalDate date,
            Instant checkedInAt,
            String by,
            boolean repeated,
            Boolean noPictures) {

        static CheckInResponse of(CheckInPerson.CheckedIn in, boolean noPictures) {
            Application application = in.application();
            return new CheckInResponse(
                    application.id(),
                    application.givenName(),
                    application.familyName(),
                    application.organisation(),
                    application.cityId(),
                    in.checkIn().day(),
                    in.checkIn().checkedInAt(),
                    in.checkIn().checkedInBy(),
                    in.repeated(),
                    noPictures ? true : null);
        }
    }

    /**
     * Somebody without a place.
     *
     * @param applicationId when they have applied
     * @param somebodyElse says that it is not whoever has applied, or has walked in already, under this name
     */
    public record WalkInRequest(
            @NotBlank @Size(max = 100) @PersonName @SafeText String givenName,
            @NotBlank @Size(max = 100) @PersonName @SafeText String familyName,
            @NotBlank @Size(max = 200) @SafeText String organisation,

            @Pattern(regexp = "|[a-z]+(-[a-z]+)*", message = "must be a partner city's id") @Size(max = 50)
            String cityId,

            @Country String country,
            UUID applicationId,
            Boolean somebodyElse) {}

    /** They are in, and so full is the room now; {@code full} is the warning. */
    public record WalkInRecorded(WalkInResponse walkIn, long present, int capacity, boolean full, boolean repeated) {}

    /** A day of the person behind a ticket; with the time when they came, be it without a place. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record TicketDay(LocalDate date, int number, DayStatus status, Instant checkedInAt) {}

    /** The person behind a ticket; {@code noPictures} is true when they have said that they do not want to be in pictures, and absent otherwise. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record TicketResponse(
            UUID applicationId,
            UUID callId,
            String workshopSlug,
            String workshopTitle,
            String zone,
            String givenName,
            String familyName,
            String organisation,
            String cityId,
            String country,
            ApplicationState state,
            List<TicketDay> days,
            Boolean noPictures) {}

    /** Who did not come on a day that is over. */
    public record NoShows(LocalDate date, List<AttendeeResponse> people) {}

    /**
     * A name for a badge, with what the code on it says.
     *
     * @param noPictures true when they have said that they do not want to be in pictures, so that whoever takes some sees it; absent otherwise
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record BadgeResponse(
            String givenName,
            String familyName,
            String organisation,
            String cityId,
            String country,
            String ticket,
            Boolean noPictures) {}

    /** What an attendance list on paper needs. */
    public record SheetResponse(
            String workshopSlug,
            String workshopTitle,
            String hostCityId,
            String zone,
            LocalDate date,
            int number,
            int days,
            List<AttendeeResponse> people,
            List<WalkInResponse> walkIns) {}

    private final Doors doors;
    private final CheckIns checkIns;
    private final WalkIns walkIns;
    private final CheckInPerson checkInPerson;
    private final RecordWalkIn recordWalkIn;
    private final DoorTickets tickets;
    private final PersonalPages pages;
    private final Applications applications;
    private final LogisticsOfPeople logistics;
    private final Seats seats;
    private final Organisers organisers;
    private final Idempotency idempotency;

    DoorResource(
            Doors doors,
            CheckIns checkIns,
            WalkIns walkIns,
            CheckInPerson checkInPerson,
            RecordWalkIn recordWalkIn,
            DoorTickets tickets,
            PersonalPages pages,
            Applications applications,
            LogisticsOfPeople logistics,
            Seats seats,
            Organisers organisers,
            Idempotency idempotency) {
        this.doors = doors;
        this.checkIns = checkIns;
        this.walkIns = walkIns;
        this.checkInPerson = checkInPerson;
        this.recordWalkIn = recordWalkIn;
        this.tickets = tickets;
        this.pages = pages;
        this.applications = applications;
        this.logistics = logistics;
        this.seats = seats;
        this.organisers = organisers;
        this.idempotency = idempotency;
    }

    @GET
    @Path("/calls/{id}/days")
    @Operation(summary = "List the days of a workshop and how full each is")
    public List<DayResponse> days(@PathParam("id") UUID callId) {
        List<Doors.Day> days = found(doors.days(callId));
        var counts = doors.counts(days);
        return days.stream()
                .map(day -> DayResponse.of(day, counts.get(day.date())))
                .toList();
    }

    @GET
    @Path("/calls/{id}/days/{date}/people")
    @Operation(
            summary = "Search the people with a place, or whoever has applied",
            description =
                    "q: words in any order, each a part of the name or the organisation; a word of one or two letters is looked for at"
                            + " the beginning of words only; accents do not matter. state: present, expected, or all of those with a place; anybody, which needs q, also finds those without one.")
    public Page<AttendeeResponse> people(
            @PathParam("id") UUID callId,
            @PathParam("date") String date,
            @QueryParam("q") @Size(max = 100) String text,
            @QueryParam("state")
                    @Pattern(
                            regexp = "|all|present|expected|anybody",
                            message = "must be all, present, expected or anybody")
                    String state,
            @Valid @BeanParam PageRequest page) {
        Doors.Day door = door(callId, date);
        if (shown(state) == CheckIns.Shown.ANYBODY && !CheckIns.saysWho(text)) {
            throw Problems.invalid(List.of(new FieldError("q", "must say who is looked for")));
        }
        Page<Attendee> found = checkIns.people(callId, door.day(), text, shown(state), page);
        Set<UUID> refusing = logistics.refusingPictures(
                found.items().stream().map(Attendee::applicationId).toList());
        return found.map(attendee -> AttendeeResponse.of(attendee, refusing.contains(attendee.applicationId())));
    }

    @POST
    @Path("/calls/{id}/days/{date}/check-ins")
    @Operation(
            summary = "Let somebody with a place in",
            description = "Doing it again answers 200 with the first time. 409 says why somebody cannot be checked in.")
    @APIResponse(
            responseCode = "201",
            description = "They are in",
            content = @Content(schema = @Schema(implementation = CheckInResponse.class)))
    @APIResponse(
            responseCode = "200",
            description = "They were in already",
            content = @Content(schema = @Schema(implementation = CheckInResponse.class)))
    @APIResponse(
            responseCode = "409",
            description = "They have no place or have been erased, or the day is ahead or settled")
    public Response checkIn(
            @PathParam("id") UUID callId,
            @PathParam("date") String date,
            @HeaderParam(Idempotency.HEADER) String idempotencyKey,
            @Valid @NotNull CheckInRequest request) {
        if ((request.applicationId() == null) == (request.ticket() == null)) {
            throw Problems.invalid(
                    List.of(new FieldError("applicationId", "either this or a ticket says who it is, and not both")));
        }
        Doors.Day door = door(callId, date);
        organisers.remember();
        return idempotency.once(CHECK_IN, idempotencyKey, List.of(callId, door.date(), request), () -> {
            Application application = Optional.ofNullable(request.applicationId())
                    .flatMap(applications::findByIdOptional)
                    .or(() -> tickets.find(request.ticket()))
                    .filter(found -> found.callId().equals(callId))
                    .orElseThrow(Problems::notFound);
            CheckInPerson.CheckedIn in = Problems.orThrow(checkInPerson.checkIn(door, application.id()));
            Response.ResponseBuilder response = in.repeated()
                    ? Response.ok()
                    : Response.created(URI.create(
                            "/api/v1/desk/calls/" + callId + "/days/" + date + "/check-ins/" + application.id()));
            return response.entity(CheckInResponse.of(in, refusesPictures(application.id())))
                    .build();
        });
    }

    @DELETE
    @Path("/calls/{id}/days/{date}/check-ins/{applicationId}")
    @Transactional
    @Operation(
            summary = "Take a check-in back; doing it twice is harmless",
            description = "Whoever sends the check-in again after that, be it with the same key, checks them in again.")
    @APIResponse(responseCode = "204", description = "They are not in, or were not")
    @APIResponse(responseCode = "409", description = "The person has been erased, or the day is ahead or settled")
    public void undoCheckIn(
            @PathParam("id") UUID callId,
            @PathParam("date") String date,
            @PathParam("applicationId") UUID applicationId) {
        Doors.Day door = door(callId, date);
        ofCall(applicationId, callId);
        Optional<CheckIn> checkIn = checkIns.of(applicationId, door.date());
        Problems.orThrow(checkInPerson.undo(door, applicationId));
        idempotency.forget(CHECK_IN, applicationId);
        // that of a walk-in who was given a place since
        checkIn.ifPresent(gone -> idempotency.forget(WALK_IN, gone.id()));
    }

    @GET
    @Path("/calls/{id}/days/{date}/walk-ins")
    @Operation(summary = "List who came without a place")
    public List<WalkInResponse> walkIns(@PathParam("id") UUID callId, @PathParam("date") String date) {
        Doors.Day door = door(callId, date);
        return walkIns.of(callId, door.date()).stream().map(WalkInResponse::of).toList();
    }

    @POST
    @Path("/calls/{id}/days/{date}/walk-ins")
    @Operation(
            summary = "Let somebody without a place in",
            description =
                    "Takes no seat. Who has applied is recorded with their application: a name under which somebody has"
                            + " applied is refused without it, and a name and organisation that were recorded on this day"
                            + " already, unless somebodyElse says that it is another person. The answer says how full the room is; only when the organisers have said so is"
                            + " somebody refused because it is full.")
    @APIResponse(
            responseCode = "201",
            description = "They are in",
            content = @Content(schema = @Schema(implementation = WalkInRecorded.class)))
    @APIResponse(
            responseCode = "200",
            description = "This applicant was recorded already",
            content = @Content(schema = @Schema(implementation = WalkInRecorded.class)))
    @APIResponse(
            responseCode = "409",
            description =
                    "They have a place, somebody of this name has applied or walked in already, the person has been"
                            + " erased, the room is full, or the day is ahead or settled")
    public Response recordWalkIn(
            @PathParam("id") UUID callId,
            @PathParam("date") String date,
            @HeaderParam(Idempotency.HEADER) String idempotencyKey,
            @Valid @NotNull WalkInRequest request) {
        Doors.Day door = door(callId, date);
        organisers.remember();
        return idempotency.once(WALK_IN, idempotencyKey, List.of(callId, door.date(), request), () -> {
            boolean ownCity = request.applicationId() != null
                    && Objects.equals(ofCall(request.applicationId(), callId).cityId(), request.cityId());
            if (given(request.cityId()) != null && !ownCity && !seats.has(callId, BucketCode.city(request.cityId()))) {
                throw Problems.invalid(List.of(new FieldError("cityId", "is not a partner city of this call")));
            }
            RecordWalkIn.WalkedIn in = Problems.orThrow(recordWalkIn.record(
                    door,
                    new WalkIn.Guest(
                            request.applicationId(),
                            request.givenName().strip(),
                            request.familyName().strip(),
                            request.organisation().strip(),
                            given(request.cityId()),
                            given(request.country())),
                    Boolean.TRUE.equals(request.somebodyElse())));
            int capacity = door.call().capacity();
            Response.ResponseBuilder response = in.repeated()
                    ? Response.ok()
                    : Response.created(URI.create("/api/v1/desk/calls/" + callId + "/days/" + date + "/walk-ins/"
                            + in.walkIn().id()));
            return response.entity(new WalkInRecorded(
                            WalkInResponse.of(in.walkIn()),
                            in.present(),
                            capacity,
                            in.present() >= capacity,
                            in.repeated()))
                    .build();
        });
    }

    @DELETE
    @Path("/calls/{id}/days/{date}/walk-ins/{walkInId}")
    @Transactional
    @Operation(
            summary = "Take a walk-in back; doing it twice is harmless",
            description = "Whoever sends the walk-in again after that, be it with the same key, lets them in again.")
    @APIResponse(responseCode = "204", description = "They are not in, or were not")
    @APIResponse(responseCode = "409", description = "The person has been erased, or the day is ahead or settled")
    public void undoWalkIn(
            @PathParam("id") UUID callId, @PathParam("date") String date, @PathParam("walkInId") UUID walkInId) {
        Doors.Day door = door(callId, date);
        Optional<CheckIn> became = checkIns.became(callId, door.date(), walkInId);
        Problems.orThrow(recordWalkIn.undo(door, walkInId));
        idempotency.forget(WALK_IN, walkInId);
        became.ifPresent(gone -> idempotency.forget(CHECK_IN, gone.applicationId()));
    }

    @GET
    @Path("/calls/{id}/days/{date}/no-shows")
    @Operation(summary = "List who had a place when the day ended and did not come, once it is over")
    @APIResponse(
            responseCode = "200",
            description = "Who did not come",
            content = @Content(schema = @Schema(implementation = NoShows.class)))
    @APIResponse(responseCode = "409", description = "The day is not over")
    public NoShows noShows(@PathParam("id") UUID callId, @PathParam("date") String date) {
        Doors.Day door = door(callId, date);
        Problems.orThrow(door.whenOver());
        return new NoShows(
                door.date(),
                checkIns.noShows(callId, door.day()).stream()
                        .filter(door::concerns)
                        .map(AttendeeResponse::of)
                        .toList());
    }

    @GET
    @Path("/calls/{id}/days/{date}/attendance-sheet")
    @Operation(summary = "Everything a printed attendance list of the day needs, by family name")
    public SheetResponse sheet(@PathParam("id") UUID callId, @PathParam("date") String date) {
        Doors.Day door = door(callId, date);
        return new SheetResponse(
                door.workshop().slug(),
                door.workshop().title(),
                door.workshop().hostCityId(),
                door.workshop().zone().getId(),
                door.date(),
                door.day().number(),
                (int) doors.days(callId).stream()
                        .filter(day -> day.day().isOfWorkshop())
                        .count(),
                checkIns.sheet(callId, door.day()).stream()
                        .filter(door::concerns)
                        .map(AttendeeResponse::of)
                        .toList(),
                walkIns.everybody(callId, door.date()).stream()
                        .map(WalkInResponse::of)
                        .toList());
    }

    @GET
    @Path("/calls/{id}/badges")
    @Operation(summary = "Everybody with a place, with what the code on their badge says")
    public List<BadgeResponse> badges(@PathParam("id") UUID callId) {
        List<Doors.Day> days = found(doors.days(callId));
        // whoever gets a place during the workshop stands on the list of its last day only
        Doors.Day last = days.get(days.size() - 1);
        List<UUID> ids = checkIns.sheet(callId, last.day()).stream()
                .map(attendee -> attendee.applicationId())
                .toList();
        Map<UUID, Application> byId =
                applications.all(ids).stream().collect(Collectors.toMap(Application::id, Function.identity()));
        Set<UUID> refusing = logistics.refusingPictures(ids);
        return ids.stream()
                .map(byId::get)
                .filter(Objects::nonNull)
                .filter(application -> pages.ticket(application).isPresent())
                .map(application -> new BadgeResponse(
                        application.givenName(),
                        application.familyName(),
                        application.organisation(),
                        application.cityId(),
                        application.country(),
                        pages.ticket(application).orElseThrow(),
                        refusing.contains(application.id()) ? true : null))
                .toList();
    }

    @GET
    @Path("/ticket")
    @Operation(
            summary = "Show the person behind a ticket",
            description = "404 for every ticket that opens nothing, whatever the cause.")
    @APIResponse(
            responseCode = "200",
            description = "The person, whatever the state of their application",
            content = @Content(schema = @Schema(implementation = TicketResponse.class)))
    @APIResponse(responseCode = "404", description = "The ticket opens nothing")
    public TicketResponse ticket(@HeaderParam(TICKET_HEADER) String ticket) {
        Application application = tickets.find(ticket).orElseThrow(Problems::notFound);
        List<Doors.Day> days = found(doors.days(application.callId()));
        Map<LocalDate, Instant> came = new HashMap<>();
        walkIns.ofApplication(application.id()).forEach(walkIn -> came.put(walkIn.day(), walkIn.arrivedAt()));
        checkIns.of(application.id()).forEach(checkIn -> came.put(checkIn.day(), checkIn.checkedInAt()));
        return new TicketResponse(
                application.id(),
                application.callId(),
                days.get(0).workshop().slug(),
                days.get(0).workshop().title(),
                days.get(0).workshop().zone().getId(),
                application.givenName(),
                application.familyName(),
                application.organisation(),
                application.cityId(),
                application.country(),
                application.state(),
                days.stream()
                        .map(day -> new TicketDay(day.date(), day.day().number(), day.status(), came.get(day.date())))
                        .toList(),
                refusesPictures(application.id()) ? true : null);
    }

    /** A day that is none of the workshop's and on which nobody came, or no date at all, is as missing as a call that is not there. */
    private Doors.Day door(UUID callId, String date) {
        LocalDate day;
        try {
            day = LocalDate.parse(date);
        } catch (DateTimeParseException noDate) {
            throw Problems.notFound();
        }
        return doors.day(callId, day).orElseThrow(Problems::notFound);
    }

    private boolean refusesPictures(UUID applicationId) {
        return !logistics.refusingPictures(List.of(applicationId)).isEmpty();
    }

    private Application ofCall(UUID applicationId, UUID callId) {
        return applications
                .findByIdOptional(applicationId)
                .filter(application -> application.callId().equals(callId))
                .orElseThrow(Problems::notFound);
    }

    private static List<Doors.Day> found(List<Doors.Day> days) {
        if (days.isEmpty()) {
            throw Problems.notFound();
        }
        return days;
    }

    private static CheckIns.Shown shown(String state) {
        return switch (state == null ? "" : state) {
            case "present" -> CheckIns.Shown.PRESENT;
            case "expected" -> CheckIns.Shown.EXPECTED;
            case "anybody" -> CheckIns.Shown.ANYBODY;
            default -> CheckIns.Shown.ALL;
        };
    }

    private static String given(String text) {
        return text == null || text.isBlank() ? null : text;
    }
}
