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

/** registration-service: the time after admission, and rooms. */
@RegisterRestClient(configKey = "registration")
@RegisterProvider(RefusalMapper.class)
@Path("/api/v1")
public interface LogisticsClient {

    /** The hotels that keep rooms for people with a place. */
    @GET
    @Path("calls/{id}/hotels")
    List<HotelOfCall> hotelsOf(@PathParam("id") String callId);

    /** The same for organisers, who see those of a draft, too. */
    @GET
    @Path("calls/{id}/hotels")
    List<HotelOfCall> hotelsOf(@HeaderParam("Authorization") String bearer, @PathParam("id") String callId);

    /** What the person is asked for, over all features. */
    @GET
    @Path("self-service/tasks")
    PersonalTasks tasks(
            @HeaderParam("Application-Link") String token, @HeaderParam("X-Forwarded-For") String clientAddress);

    /** What the person is asked, and what they have answered. */
    @GET
    @Path("self-service/logistics")
    OwnLogistics own(
            @HeaderParam("Application-Link") String token, @HeaderParam("X-Forwarded-For") String clientAddress);

    /** Says when and how the person comes and goes. */
    @PUT
    @Path("self-service/logistics/travel")
    OwnLogistics travel(
            @HeaderParam("Application-Link") String token,
            @HeaderParam("X-Forwarded-For") String clientAddress,
            NewLogistics.Travel travel);

    /** Says what the person comes along to. */
    @PUT
    @Path("self-service/logistics/choices")
    OwnLogistics choose(
            @HeaderParam("Application-Link") String token,
            @HeaderParam("X-Forwarded-For") String clientAddress,
            NewLogistics.Choices choices);

    /** Asks for other places after the freeze time. */
    @PUT
    @Path("self-service/logistics/change-request")
    OwnLogistics requestChange(
            @HeaderParam("Application-Link") String token,
            @HeaderParam("X-Forwarded-For") String clientAddress,
            NewLogistics.Change change);

    /** Takes that request back. */
    @DELETE
    @Path("self-service/logistics/change-request")
    OwnLogistics takeBack(
            @HeaderParam("Application-Link") String token, @HeaderParam("X-Forwarded-For") String clientAddress);

    /** Says what the person eats and needs. */
    @PUT
    @Path("self-service/logistics/needs")
    OwnLogistics needs(
            @HeaderParam("Application-Link") String token,
            @HeaderParam("X-Forwarded-For") String clientAddress,
            NewLogistics.Needs needs);

    /** Says whether the person may be in pictures. */
    @PUT
    @Path("self-service/logistics/photo-consent")
    OwnLogistics photos(
            @HeaderParam("Application-Link") String token,
            @HeaderParam("X-Forwarded-For") String clientAddress,
            NewLogistics.Photos photos);

    /** The hotels, and what the person has said about a room. */
    @GET
    @Path("self-service/hotel")
    OwnRoom ownRoom(
            @HeaderParam("Application-Link") String token, @HeaderParam("X-Forwarded-For") String clientAddress);

    /** Asks for a room. */
    @PUT
    @Path("self-service/hotel/request")
    OwnRoom requestRoom(
            @HeaderParam("Application-Link") String token,
            @HeaderParam("X-Forwarded-For") String clientAddress,
            NewLogistics.Room room);

    /** Asks for another room instead of the confirmed one. */
    @PUT
    @Path("self-service/hotel/change")
    OwnRoom changeRoom(
            @HeaderParam("Application-Link") String token,
            @HeaderParam("X-Forwarded-For") String clientAddress,
            NewLogistics.Room room);

    /** Says who sleeps in the double room too. */
    @PUT
    @Path("self-service/hotel/shares-with")
    OwnRoom shareRoom(
            @HeaderParam("Application-Link") String token,
            @HeaderParam("X-Forwarded-For") String clientAddress,
            NewLogistics.Sharing sharing);

    /** Keeps the confirmed room after all. */
    @DELETE
    @Path("self-service/hotel/change")
    OwnRoom keepRoom(
            @HeaderParam("Application-Link") String token, @HeaderParam("X-Forwarded-For") String clientAddress);

    /** Cancels the request or the room. */
    @DELETE
    @Path("self-service/hotel/request")
    OwnRoom cancelRoom(
            @HeaderParam("Application-Link") String token, @HeaderParam("X-Forwarded-For") String clientAddress);

    /** Says that the person sleeps elsewhere. */
    @PUT
    @Path("self-service/hotel/no-room-needed")
    OwnRoom needNoRoom(
            @HeaderParam("Application-Link") String token, @HeaderParam("X-Forwarded-For") String clientAddress);

    /** Says that the person sleeps in the double room that somebody else has asked for. */
    @PUT
    @Path("self-service/hotel/in-others-room")
    OwnRoom sleepWithOther(
            @HeaderParam("Application-Link") String token, @HeaderParam("X-Forwarded-For") String clientAddress);

    /** Until when people change their places themselves. */
    @GET
    @Path("admin/calls/{id}/logistics/settings")
    LogisticsSetting setting(@HeaderParam("Authorization") String bearer, @PathParam("id") String callId);

    /** Lays that down. */
    @PUT
    @Path("admin/calls/{id}/logistics/settings")
    LogisticsSetting freeze(
            @HeaderParam("Authorization") String bearer,
            @PathParam("id") String callId,
            @HeaderParam("If-Match") String etag,
            NewLogistics.Freeze freeze);

    /** Who comes along to what, in numbers. */
    @GET
    @Path("admin/calls/{id}/logistics/headcounts")
    Headcounts headcounts(@HeaderParam("Authorization") String bearer, @PathParam("id") String callId);

    /**
     * Adds an option.
     *
     * @param key the same for every repetition of one submission
     */
    @POST
    @Path("admin/calls/{id}/logistics/options")
    LogisticsOption addOption(
            @HeaderParam("Authorization") String bearer,
            @PathParam("id") String callId,
            @HeaderParam("Idempotency-Key") String key,
            NewLogistics.Option option);

    /** One option. */
    @GET
    @Path("admin/calls/{id}/logistics/options/{option}")
    LogisticsOption option(
            @HeaderParam("Authorization") String bearer,
            @PathParam("id") String callId,
            @PathParam("option") String optionId);

    /** Changes an option. */
    @PUT
    @Path("admin/calls/{id}/logistics/options/{option}")
    LogisticsOption changeOption(
            @HeaderParam("Authorization") String bearer,
            @PathParam("id") String callId,
            @PathParam("option") String optionId,
            @HeaderParam("If-Match") String etag,
            NewLogistics.Option changed);

    /** Removes an option that nobody has chosen. */
    @DELETE
    @Path("admin/calls/{id}/logistics/options/{option}")
    void removeOption(
            @HeaderParam("Authorization") String bearer,
            @PathParam("id") String callId,
            @PathParam("option") String optionId,
            @HeaderParam("If-Match") String etag);

    /** Who comes along to an option, by name. */
    @GET
    @Path("admin/calls/{id}/logistics/options/{option}/people")
    OptionPeople people(
            @HeaderParam("Authorization") String bearer,
            @PathParam("id") String callId,
            @PathParam("option") String optionId);

    /** Who arrives and leaves when and how, by name. */
    @GET
    @Path("admin/calls/{id}/logistics/travel")
    TravelList travel(@HeaderParam("Authorization") String bearer, @PathParam("id") String callId);

    /** The same as a table. */
    @GET
    @Path("admin/calls/{id}/logistics/travel/table")
    @Produces("*/*")
    byte[] travelTable(
            @HeaderParam("Authorization") String bearer,
            @PathParam("id") String callId,
            @QueryParam("format") String format);

    /** Everybody with a place, by name. */
    @GET
    @Path("admin/calls/{id}/logistics/people")
    GuestList everybody(@HeaderParam("Authorization") String bearer, @PathParam("id") String callId);

    /** The same as a table. */
    @GET
    @Path("admin/calls/{id}/logistics/people/table")
    @Produces("*/*")
    byte[] everybodyTable(
            @HeaderParam("Authorization") String bearer,
            @PathParam("id") String callId,
            @QueryParam("format") String format);

    /** Who has not answered everything that is asked, by name. */
    @GET
    @Path("admin/calls/{id}/logistics/open-answers")
    OpenAnswersList openAnswers(@HeaderParam("Authorization") String bearer, @PathParam("id") String callId);

    /** The same as a table. */
    @GET
    @Path("admin/calls/{id}/logistics/options/{option}/people/table")
    @Produces("*/*")
    byte[] peopleTable(
            @HeaderParam("Authorization") String bearer,
            @PathParam("id") String callId,
            @PathParam("option") String optionId,
            @QueryParam("format") String format);

    /** Requests for other places. */
    @GET
    @Path("admin/calls/{id}/logistics/change-requests")
    Page<ChangeRequest> changeRequests(
            @HeaderParam("Authorization") String bearer,
            @PathParam("id") String callId,
            @QueryParam("state") String state,
            @QueryParam("size") Integer size);

    /** Accepts or refuses one of them. */
    @POST
    @Path("admin/calls/{id}/logistics/change-requests/{request}/decision")
    ChangeRequest decideChange(
            @HeaderParam("Authorization") String bearer,
            @PathParam("id") String callId,
            @PathParam("request") String requestId,
            @HeaderParam("If-Match") String etag,
            NewLogistics.ChangeDecision decision);

    /** The hotels that keep rooms. */
    @GET
    @Path("admin/calls/{id}/hotels")
    List<Hotel> hotels(@HeaderParam("Authorization") String bearer, @PathParam("id") String callId);

    /** Adds a hotel. */
    @POST
    @Path("admin/calls/{id}/hotels")
    Hotel addHotel(
            @HeaderParam("Authorization") String bearer,
            @PathParam("id") String callId,
            @HeaderParam("Idempotency-Key") String key,
            NewLogistics.Hotel hotel);

    /** One hotel. */
    @GET
    @Path("admin/calls/{id}/hotels/{hotel}")
    Hotel hotel(
            @HeaderParam("Authorization") String bearer,
            @PathParam("id") String callId,
            @PathParam("hotel") String hotelId);

    /** Changes a hotel. */
    @PUT
    @Path("admin/calls/{id}/hotels/{hotel}")
    Hotel changeHotel(
            @HeaderParam("Authorization") String bearer,
            @PathParam("id") String callId,
            @PathParam("hotel") String hotelId,
            @HeaderParam("If-Match") String etag,
            NewLogistics.Hotel changed);

    /** Removes a hotel that nobody has asked for. */
    @DELETE
    @Path("admin/calls/{id}/hotels/{hotel}")
    void removeHotel(
            @HeaderParam("Authorization") String bearer,
            @PathParam("id") String callId,
            @PathParam("hotel") String hotelId,
            @HeaderParam("If-Match") String etag);

    /** Who confirms rooms. */
    @GET
    @Path("admin/calls/{id}/hotels/confirmation")
    RoomConfirmation confirmation(@HeaderParam("Authorization") String bearer, @PathParam("id") String callId);

    /** Lays that down. */
    @PUT
    @Path("admin/calls/{id}/hotels/confirmation")
    RoomConfirmation confirm(
            @HeaderParam("Authorization") String bearer,
            @PathParam("id") String callId,
            @HeaderParam("If-Match") String etag,
            NewLogistics.Confirmation confirmation);

    /** How the rooms are picked up. */
    @GET
    @Path("admin/calls/{id}/hotels/pick-up")
    PickUp pickUp(@HeaderParam("Authorization") String bearer, @PathParam("id") String callId);

    /** The same as a table. */
    @GET
    @Path("admin/calls/{id}/hotels/pick-up/table")
    @Produces("*/*")
    byte[] pickUpTable(
            @HeaderParam("Authorization") String bearer,
            @PathParam("id") String callId,
            @QueryParam("format") String format);

    /**
     * Who sleeps where, as a table.
     *
     * @param hotelId only there, or null for all hotels
     */
    @GET
    @Path("admin/calls/{id}/hotels/rooming-list")
    @Produces("*/*")
    byte[] roomingList(
            @HeaderParam("Authorization") String bearer,
            @PathParam("id") String callId,
            @QueryParam("hotel") String hotelId,
            @QueryParam("format") String format);

    /** What people have said about rooms, the longest ago first; with REQUESTED also who has a room and asks for another. */
    @GET
    @Path("admin/calls/{id}/hotel-requests")
    Page<RoomRequest> roomRequests(
            @HeaderParam("Authorization") String bearer,
            @PathParam("id") String callId,
            @QueryParam("state") String state,
            @QueryParam("page") Integer page,
            @QueryParam("size") Integer size);

    /** Confirms a room, or refuses. */
    @POST
    @Path("admin/calls/{id}/hotel-requests/{request}/decision")
    RoomRequest decideRoom(
            @HeaderParam("Authorization") String bearer,
            @PathParam("id") String callId,
            @PathParam("request") String requestId,
            @HeaderParam("If-Match") String etag,
            NewLogistics.RoomDecision decision);
}
