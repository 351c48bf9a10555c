package eu.urbact.infocus.portal.shell.services;

import java.util.List;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;

import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** registration-service: the door. */
@RegisterRestClient(configKey = "registration")
@RegisterProvider(RefusalMapper.class)
@Path("/api/v1")
public interface DoorClient {

    /** The days of a call's workshop and how full each is. */
    @GET
    @Path("desk/calls/{id}/days")
    List<DoorDay> days(@HeaderParam("Authorization") String bearer, @PathParam("id") String callId);

    /** People whose name or organisation holds these words: those with a place, or whoever has applied. */
    @GET
    @Path("desk/calls/{id}/days/{date}/people")
    Page<Attendee> people(
            @HeaderParam("Authorization") String bearer,
            @PathParam("id") String callId,
            @PathParam("date") String date,
            @QueryParam("q") String text,
            @QueryParam("state") String state,
            @QueryParam("size") Integer size);

    /** Lets somebody in. Doing it again changes nothing. */
    @POST
    @Path("desk/calls/{id}/days/{date}/check-ins")
    CheckedIn checkIn(
            @HeaderParam("Authorization") String bearer,
            @PathParam("id") String callId,
            @PathParam("date") String date,
            NewCheckIn who);

    /** Takes a check-in back. */
    @DELETE
    @Path("desk/calls/{id}/days/{date}/check-ins/{application}")
    void undoCheckIn(
            @HeaderParam("Authorization") String bearer,
            @PathParam("id") String callId,
            @PathParam("date") String date,
            @PathParam("application") String applicationId);

    /** Who came without a place. */
    @GET
    @Path("desk/calls/{id}/days/{date}/walk-ins")
    List<WalkIn> walkIns(
            @HeaderParam("Authorization") String bearer,
            @PathParam("id") String callId,
            @PathParam("date") String date);

    /**
     * Lets somebody without a place in.
     *
     * @param key the same for every repetition of one submission
     */
    @POST
    @Path("desk/calls/{id}/days/{date}/walk-ins")
    WalkedIn recordWalkIn(
            @HeaderParam("Authorization") String bearer,
            @PathParam("id") String callId,
            @PathParam("date") String date,
            @HeaderParam("Idempotency-Key") String key,
            NewWalkIn guest);

    /** Takes a walk-in back. */
    @DELETE
    @Path("desk/calls/{id}/days/{date}/walk-ins/{walkIn}")
    void undoWalkIn(
            @HeaderParam("Authorization") String bearer,
            @PathParam("id") String callId,
            @PathParam("date") String date,
            @PathParam("walkIn") String walkInId);

    /** Who did not come on a day that is over. */
    @GET
    @Path("desk/calls/{id}/days/{date}/no-shows")
    NoShows noShows(
            @HeaderParam("Authorization") String bearer,
            @PathParam("id") String callId,
            @PathParam("date") String date);

    /** What an attendance list on paper needs. */
    @GET
    @Path("desk/calls/{id}/days/{date}/attendance-sheet")
    AttendanceSheet sheet(
            @HeaderParam("Authorization") String bearer,
            @PathParam("id") String callId,
            @PathParam("date") String date);

    /** Everybody with a place, for badges. */
    @GET
    @Path("desk/calls/{id}/badges")
    List<Badge> badges(@HeaderParam("Authorization") String bearer, @PathParam("id") String callId);

    /** The person behind a ticket, which goes in a header so that it stands in no log. */
    @GET
    @Path("desk/ticket")
    DoorTicket ticket(@HeaderParam("Authorization") String bearer, @HeaderParam("Ticket") String scanned);

    /** Attendance as a table, one row per person and day. */
    @GET
    @Path("admin/calls/{id}/attendance")
    @Produces("*/*")
    byte[] table(
            @HeaderParam("Authorization") String bearer,
            @PathParam("id") String callId,
            @QueryParam("format") String format);

    /** Who had a place and who came, over all days. */
    @GET
    @Path("admin/attendance-statistics/{id}")
    AttendanceFigures figures(@HeaderParam("Authorization") String bearer, @PathParam("id") String callId);

    /** The same as a table. */
    @GET
    @Path("admin/attendance-statistics/{id}/table")
    @Produces("*/*")
    byte[] figuresTable(
            @HeaderParam("Authorization") String bearer,
            @PathParam("id") String callId,
            @QueryParam("format") String format);

    /**
     * What a certificate says of somebody.
     *
     * @param personId an application or a walk-in
     */
    @GET
    @Path("admin/calls/{id}/attendance/people/{person}")
    OwnAttendance attendanceOf(
            @HeaderParam("Authorization") String bearer,
            @PathParam("id") String callId,
            @PathParam("person") String personId);

    /** Forgets who walked in; that somebody did stays in the count. */
    @POST
    @Path("admin/calls/{id}/walk-ins/{walkIn}/erasure")
    void eraseWalkIn(
            @HeaderParam("Authorization") String bearer,
            @PathParam("id") String callId,
            @PathParam("walkIn") String walkInId);

    /** What holds at the door. */
    @GET
    @Path("admin/calls/{id}/door-settings")
    DoorSetting setting(@HeaderParam("Authorization") String bearer, @PathParam("id") String callId);

    /**
     * Lays down what holds at the door.
     *
     * @param etag version that the organiser has seen; a newer one is refused with 412
     */
    @PUT
    @Path("admin/calls/{id}/door-settings")
    DoorSetting changeSetting(
            @HeaderParam("Authorization") String bearer,
            @PathParam("id") String callId,
            @HeaderParam("If-Match") String etag,
            NewDoorSetting setting);

    /** Ticket and attendance of the person behind a personal link. */
    @GET
    @Path("self-service/attendance")
    OwnAttendance ownAttendance(
            @HeaderParam("Application-Link") String token, @HeaderParam("X-Forwarded-For") String clientAddress);
}
