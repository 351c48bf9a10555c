package eu.urbact.infocus.registration.logistics.rest;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import eu.urbact.infocus.chassis.problem.Problems;
import eu.urbact.infocus.chassis.security.Roles;
import eu.urbact.infocus.chassis.table.TableFormat;
import eu.urbact.infocus.registration.call.WorkshopOfCall;
import eu.urbact.infocus.registration.logistics.Guest;
import eu.urbact.infocus.registration.logistics.ListPeople;
import eu.urbact.infocus.registration.logistics.Logistics;
import eu.urbact.infocus.registration.logistics.OpenAnswers;
import eu.urbact.infocus.registration.logistics.TravelMeans;
import eu.urbact.infocus.registration.logistics.Traveller;
import eu.urbact.infocus.registration.programmeview.Workshop;

/** Everybody with a place by name, for organisers: who arrives when, what the sessions must be ready for, who has not answered. */
@Path("/api/v1/admin/calls/{id}/logistics")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.ORGANISER)
@Tag(name = "Admin")
public class PeopleListsResource {

    private static final String AUDITED = "For those who must know; the audit trail says who has read it.";
    private static final String EXPORT_AUDITED = " The audit trail says who has taken it.";

    /** One way of a journey. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record TravelLeg(Instant at, TravelMeans by, String details) {

        static TravelLeg of(Logistics.Leg leg) {
            return new TravelLeg(leg.at(), leg.by(), leg.details());
        }
    }

    /**
     * When and how somebody arrives and leaves.
     *
     * @param outside whether the workshop is not on between the two, which it may have been before
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record TravellerResponse(
            UUID applicationId,
            String givenName,
            String familyName,
            String organisation,
            String cityId,
            TravelLeg arrival,
            TravelLeg departure,
            boolean outside) {

        static TravellerResponse of(Traveller traveller) {
            return new TravellerResponse(
                    traveller.applicationId(),
                    traveller.givenName(),
                    traveller.familyName(),
                    traveller.organisation(),
                    traveller.cityId(),
                    TravelLeg.of(traveller.arrival()),
                    TravelLeg.of(traveller.departure()),
                    traveller.outside());
        }
    }

    /** Everybody who has said when they arrive and leave; times are to be read in {@code zone}. */
    public record TravelListResponse(String zone, List<TravellerResponse> people) {}

    /** Somebody with a place; {@code photoConsent} is absent when not answered. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record GuestResponse(
            UUID applicationId,
            String givenName,
            String familyName,
            String organisation,
            String cityId,
            Boolean photoConsent,
            List<String> accessNeeds,
            String accessNote) {

        static GuestResponse of(Guest guest) {
            return new GuestResponse(
                    guest.applicationId(),
                    guest.givenName(),
                    guest.familyName(),
                    guest.organisation(),
                    guest.cityId(),
                    guest.photoConsent(),
                    guest.accessNeeds().stream().map(Enum::name).toList(),
                    guest.accessNote());
        }
    }

    /** Everybody with a place. */
    public record GuestListResponse(List<GuestResponse> people) {}

    /** Somebody who still has something to say; {@code open} holds the codes of the tasks on their own page. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record OpenAnswersResponse(
            UUID applicationId,
            String givenName,
            String familyName,
            String organisation,
            String cityId,
            List<String> open) {

        static OpenAnswersResponse of(OpenAnswers person) {
            return new OpenAnswersResponse(
                    person.applicationId(),
                    person.givenName(),
                    person.familyName(),
                    person.organisation(),
                    person.cityId(),
                    person.open());
        }
    }

    /** Everybody who has not answered everything. */
    public record OpenAnswersListResponse(List<OpenAnswersResponse> people) {}

    private final WorkshopOfCall workshopOfCall;
    private final ListPeople listPeople;

    PeopleListsResource(WorkshopOfCall workshopOfCall, ListPeople listPeople) {
        this.workshopOfCall = workshopOfCall;
        this.listPeople = listPeople;
    }

    @GET
    @Path("/travel")
    @Transactional
    @Operation(
            summary = "List by name who arrives and leaves when and how, the first to arrive first",
            description = AUDITED)
    public TravelListResponse travel(@PathParam("id") UUID callId) {
        Workshop workshop = workshop(callId);
        return new TravelListResponse(
                workshop.zone().getId(),
                listPeople.travellers(callId, workshop).stream()
                        .map(TravellerResponse::of)
                        .toList());
    }

    @GET
    @Path("/travel/table")
    @Transactional
    @Operation(
            summary = "Download arrivals and departures with names, as CSV or XLSX",
            description = "format: csv or xlsx. Columns: family_name, given_name, organisation, city_id, arrival_date,"
                    + " arrival_time, arrival_by, arrival_details, departure_date, departure_time, departure_by,"
                    + " departure_details. Dates and times are those of the venue." + EXPORT_AUDITED)
    @APIResponse(
            responseCode = "200",
            description = "The table, with a header row of keys; not to be stored on the way",
            content = {
                @Content(mediaType = TableFormat.CSV_TYPE, schema = @Schema(implementation = String.class)),
                @Content(
                        mediaType = TableFormat.XLSX_TYPE,
                        schema = @Schema(type = SchemaType.STRING, format = "binary"))
            })
    public Response travelTable(
            @PathParam("id") UUID callId,
            @QueryParam("format")
                    @DefaultValue("csv")
                    @Pattern(regexp = TableFormat.NAMES, message = TableFormat.NO_SUCH)
                    String formatName) {
        TableFormat format = TableFormat.parse(formatName).orElseThrow();
        return file(listPeople.travellers(callId, workshop(callId), format), format, "arrivals-and-departures");
    }

    @GET
    @Path("/people")
    @Transactional
    @Operation(
            summary =
                    "List everybody with a place by name, with their word on pictures and what the venue must be ready for",
            description = "Also who comes along to no option. Nothing about what people eat. " + AUDITED)
    public GuestListResponse people(@PathParam("id") UUID callId) {
        workshop(callId);
        return new GuestListResponse(
                listPeople.guests(callId).stream().map(GuestResponse::of).toList());
    }

    @GET
    @Path("/people/table")
    @Transactional
    @Operation(
            summary = "Download everybody with a place, as CSV or XLSX",
            description = "format: csv or xlsx. Columns: family_name, given_name, organisation, city_id, photo_consent"
                    + " (empty when not answered), access_needs, access_note." + EXPORT_AUDITED)
    @APIResponse(
            responseCode = "200",
            description = "The table, with a header row of keys; not to be stored on the way",
            content = {
                @Content(mediaType = TableFormat.CSV_TYPE, schema = @Schema(implementation = String.class)),
                @Content(
                        mediaType = TableFormat.XLSX_TYPE,
                        schema = @Schema(type = SchemaType.STRING, format = "binary"))
            })
    public Response peopleTable(
            @PathParam("id") UUID callId,
            @QueryParam("format")
                    @DefaultValue("csv")
                    @Pattern(regexp = TableFormat.NAMES, message = TableFormat.NO_SUCH)
                    String formatName) {
        TableFormat format = TableFormat.parse(formatName).orElseThrow();
        workshop(callId);
        return file(listPeople.guests(callId, format), format, "everybody-with-a-place");
    }

    @GET
    @Path("/open-answers")
    @Transactional
    @Operation(
            summary = "List by name who has not answered what they are asked for, and what that is",
            description =
                    "open: TRAVEL, CHOICES, NEEDS, PHOTO, QUESTIONS, HOTEL, as on the person's own page. Who has answered"
                            + " everything is left out. " + AUDITED)
    public OpenAnswersListResponse openAnswers(@PathParam("id") UUID callId) {
        workshop(callId);
        return new OpenAnswersListResponse(listPeople.openAnswers(callId).stream()
                .map(OpenAnswersResponse::of)
                .toList());
    }

    private Workshop workshop(UUID callId) {
        return workshopOfCall.find(callId).orElseThrow(Problems::notFound);
    }

    private static Response file(byte[] table, TableFormat format, String name) {
        return Response.ok(table, format.mediaType())
                .header(HttpHeaders.CONTENT_DISPOSITION, format.contentDisposition(name))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }
}
