package eu.urbact.infocus.registration.selfservice.rest;

import java.time.Clock;
import java.util.List;
import jakarta.annotation.security.PermitAll;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import eu.urbact.infocus.chassis.problem.FieldError;
import eu.urbact.infocus.chassis.problem.Problems;
import eu.urbact.infocus.chassis.rest.EntityTags;
import eu.urbact.infocus.registration.application.Application;
import eu.urbact.infocus.registration.application.Called;
import eu.urbact.infocus.registration.application.CorrectApplication;
import eu.urbact.infocus.registration.application.EditApplication;
import eu.urbact.infocus.registration.application.Person;
import eu.urbact.infocus.registration.application.RenewLink;
import eu.urbact.infocus.registration.application.WhoCame;
import eu.urbact.infocus.registration.application.WithdrawApplication;
import eu.urbact.infocus.registration.call.Calls;
import eu.urbact.infocus.registration.programmeview.Workshop;
import eu.urbact.infocus.registration.programmeview.Workshops;
import eu.urbact.infocus.registration.seat.BucketCode;
import eu.urbact.infocus.registration.seat.Seats;
import eu.urbact.infocus.registration.selfservice.WaitingTimes;

/** My application. The signed link comes in a header, so that it stands in no access log. */
@Path("/api/v1/self-service")
@Produces(MediaType.APPLICATION_JSON)
@PermitAll
@Tag(name = "Public")
public class SelfServiceResource {

    private final OwnApplications ownApplications;
    private final EditApplication editApplication;
    private final CorrectApplication correctApplication;
    private final WithdrawApplication withdrawApplication;
    private final RenewLink renewLink;
    private final Calls calls;
    private final Workshops workshops;
    private final WhoCame whoCame;
    private final Seats seats;
    private final WaitingTimes waitingTimes;
    private final Clock clock;

    SelfServiceResource(
            OwnApplications ownApplications,
            EditApplication editApplication,
            CorrectApplication correctApplication,
            WithdrawApplication withdrawApplication,
            RenewLink renewLink,
            Calls calls,
            Workshops workshops,
            WhoCame whoCame,
            Seats seats,
            WaitingTimes waitingTimes,
            Clock clock) {
        this.ownApplications = ownApplications;
        this.editApplication = editApplication;
        this.correctApplication = correctApplication;
        this.withdrawApplication = withdrawApplication;
        this.renewLink = renewLink;
        this.calls = calls;
        this.workshops = workshops;
        this.whoCame = whoCame;
        this.seats = seats;
        this.waitingTimes = waitingTimes;
        this.clock = clock;
    }

    @GET
    @Path("/application")
    @Operation(
            summary = "Show the own application",
            description = "404 for every link that does not open one, whatever the cause.")
    @APIResponse(
            responseCode = "200",
            description = "The application; its entity tag is needed to change it",
            content = @Content(schema = @Schema(implementation = MyApplicationResponse.class)))
    public Response show(@HeaderParam(OwnApplications.LINK_HEADER) String token) {
        return answer(ownApplications.find(token));
    }

    @PUT
    @Path("/application")
    @Transactional
    @Operation(
            summary = "Change what was sent in, while the call is open and nobody has decided",
            description = "The mail address stays. Sending the same again changes nothing.")
    @APIResponse(
            responseCode = "200",
            description = "The changed application",
            content = @Content(schema = @Schema(implementation = MyApplicationResponse.class)))
    @APIResponse(responseCode = "409", description = "The call has closed, or the organisers have decided")
    @APIResponse(responseCode = "412", description = "The application has changed in the meantime")
    public Response edit(
            @HeaderParam(OwnApplications.LINK_HEADER) String token,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @Valid @NotNull EditRequest request) {
        Application application = ownApplications.findToChange(token);
        Person person = request.person(application);
        NewNames.require(application, person.givenName(), person.familyName());
        OwnApplications.requireSeen(ifMatch, application.version(), application.says(person));
        // one that stands there already may stay, also when it is none of the call's any more
        if (request.cityId() != null
                && !request.cityId().equals(application.cityId())
                && !seats.has(application.callId(), BucketCode.city(request.cityId()))) {
            throw Problems.invalid(List.of(new FieldError("cityId", "is not a partner city of this call")));
        }
        return answer(Problems.orThrow(editApplication.edit(application.id(), person)));
    }

    @PUT
    @Path("/application/person")
    @Transactional
    @Operation(
            summary = "Put right name, organisation and position, until the workshop is over",
            description =
                    "Also when the call has closed or the organisers have decided. Sending the same again changes nothing.")
    @APIResponse(
            responseCode = "200",
            description = "The corrected application",
            content = @Content(schema = @Schema(implementation = MyApplicationResponse.class)))
    @APIResponse(responseCode = "409", description = "The workshop is over")
    @APIResponse(responseCode = "412", description = "The application has changed in the meantime")
    public Response correct(
            @HeaderParam(OwnApplications.LINK_HEADER) String token,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @Valid @NotNull CorrectionRequest request) {
        Application application = ownApplications.findToChange(token);
        Called called = request.called();
        NewNames.require(application, called.givenName(), called.familyName());
        OwnApplications.requireSeen(ifMatch, application.version(), application.isCalled(called));
        return answer(Problems.orThrow(correctApplication.correct(application.id(), called)));
    }

    @POST
    @Path("/link-renewals")
    @Transactional
    @Operation(
            summary = "Have a new link made; all links and tickets that are out there stop working",
            description = "The new one goes to the address of the application, not to whoever asks.")
    @APIResponse(responseCode = "204", description = "This link does not work any more; a mail is on its way")
    public void renewLink(@HeaderParam(OwnApplications.LINK_HEADER) String token) {
        if (!renewLink.byApplicant(ownApplications.find(token).id())) {
            throw Problems.notFound();
        }
    }

    @POST
    @Path("/withdrawal")
    @Transactional
    @Operation(summary = "Withdraw; a seat that was held is free again at once. Doing it twice is harmless.")
    @APIResponse(
            responseCode = "200",
            description = "The withdrawn application",
            content = @Content(schema = @Schema(implementation = MyApplicationResponse.class)))
    @APIResponse(
            responseCode = "409",
            description =
                    "There is nothing to withdraw any more: declined, the person has come, or the workshop is over")
    public Response withdraw(@HeaderParam(OwnApplications.LINK_HEADER) String token) {
        Application application = Problems.orThrow(
                withdrawApplication.withdraw(ownApplications.find(token).id()));
        if (application.isErased()) {
            throw Problems.notFound();
        }
        return answer(application);
    }

    private Response answer(Application application) {
        Workshop workshop = workshops.findById(application.workshopId());
        return OwnApplications.answer(MyApplicationResponse.of(
                        application,
                        calls.findById(application.callId()),
                        workshop,
                        whoCame.hasCome(application.id(), workshop),
                        whoCame.hasEverCome(application.id()),
                        whoCame.hasWalkedIn(application.id()),
                        waitingTimes,
                        clock.instant()))
                .header(HttpHeaders.ETAG, EntityTags.of(application.version()))
                .build();
    }
}
