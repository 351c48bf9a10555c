package eu.urbact.infocus.registration.application.rest;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import eu.urbact.infocus.chassis.audit.AuditEntry;
import eu.urbact.infocus.chassis.audit.AuditTrail;
import eu.urbact.infocus.chassis.problem.Problems;
import eu.urbact.infocus.chassis.rest.EntityTags;
import eu.urbact.infocus.chassis.rest.Page;
import eu.urbact.infocus.chassis.rest.PageRequest;
import eu.urbact.infocus.chassis.security.Roles;
import eu.urbact.infocus.registration.application.AnswerBook;
import eu.urbact.infocus.registration.application.Application;
import eu.urbact.infocus.registration.application.Applications;
import eu.urbact.infocus.registration.application.DecideApplication;
import eu.urbact.infocus.registration.application.LastChange;
import eu.urbact.infocus.registration.application.TakeWithdrawalBack;
import eu.urbact.infocus.registration.application.WithdrawApplication;
import eu.urbact.infocus.registration.organiser.Organisers;
import eu.urbact.infocus.registration.organiser.rest.SeenVersions;
import eu.urbact.infocus.registration.seat.BucketCode;

/** The admission desk. */
@Path("/api/v1/admin/applications")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.ORGANISER)
@Tag(name = "Admin")
public class AdminApplicationsResource {

    /** What is staged, as it stands in the tag of a row. */
    private static final Pattern STAGED = Pattern.compile("(\"v\\d+)\\.[0-9a-f-]{36}(?=\")");

    private final Applications applications;
    private final DecideApplication decideApplication;
    private final WithdrawApplication withdrawApplication;
    private final TakeWithdrawalBack takeWithdrawalBack;
    private final LastChange lastChange;
    private final AnswerBook answers;
    private final AuditTrail audit;
    private final Organisers organisers;
    private final SeenVersions seenVersions;

    AdminApplicationsResource(
            Applications applications,
            DecideApplication decideApplication,
            WithdrawApplication withdrawApplication,
            TakeWithdrawalBack takeWithdrawalBack,
            LastChange lastChange,
            AnswerBook answers,
            AuditTrail audit,
            Organisers organisers,
            SeenVersions seenVersions) {
        this.applications = applications;
        this.decideApplication = decideApplication;
        this.withdrawApplication = withdrawApplication;
        this.takeWithdrawalBack = takeWithdrawalBack;
        this.lastChange = lastChange;
        this.answers = answers;
        this.audit = audit;
        this.organisers = organisers;
        this.seenVersions = seenVersions;
    }

    @GET
    @Operation(
            summary = "List applications, filtered and sorted",
            description =
                    "city: a partner city's id, or none. newcomer, contributor: true or false. cluster: a cluster's id, or none."
                            + " bucket: the seats that people hold. q: words in any order, each a part of the name, the organisation or the"
                            + " mail address; a word of one or two letters is looked for at the beginning of words only.")
    public Page<ApplicationItem> list(@Valid @BeanParam ApplicationQuery query, @Valid @BeanParam PageRequest page) {
        return applications.list(query.filter(), page).map(ApplicationItem::of);
    }

    @GET
    @Path("/{id}")
    @Operation(summary = "Show one application with its history")
    @APIResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(implementation = ApplicationDetail.class)),
            description = "The application; its entity tag is needed to decide")
    public Response show(@PathParam("id") UUID id) {
        return answer(find(id));
    }

    @POST
    @Path("/{id}/decisions")
    @Transactional
    @Operation(
            summary = "Admit, put on the waiting list, or decline with a reason; the person gets a mail",
            description = "If-Match is the entity tag of the application, or the tag of its row at the desk.")
    @APIResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(implementation = ApplicationDetail.class)),
            description = "Decided")
    @APIResponse(
            responseCode = "409",
            description = "No seat is free, the attendance lists are final, or the state does not allow it")
    @APIResponse(responseCode = "412", description = SeenVersions.WHO_WAS_QUICKER)
    @APIResponse(
            responseCode = "422",
            description =
                    "The reason is missing or not true of the application (reason-not-true), the call has no such seats, or another value cannot be accepted")
    public Response decide(
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @Valid @NotNull DecisionRequest request) {
        requireSeen(id, ifMatch);
        DecideApplication.Command command = new DecideApplication.Command(
                id,
                request.decision(),
                request.reasonCode(),
                wordsOf(request.note()),
                BucketCode.parse(request.bucket()).orElse(null),
                false);
        return answer(Problems.orThrow(decideApplication.decide(command)));
    }

    @POST
    @Path("/{id}/withdrawal")
    @Transactional
    @Operation(
            summary =
                    "Enter for a person that they cannot come; a seat that was held is free at once, and they get a mail",
            description =
                    "For whoever has called or written. If-Match is the entity tag of the application, or the tag of its row at the desk.")
    @APIResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(implementation = ApplicationDetail.class)),
            description = "The withdrawn application")
    @APIResponse(
            responseCode = "409",
            description =
                    "There is nothing to withdraw: it has ended, the person has come or was forgotten, or the workshop is over")
    @APIResponse(responseCode = "412", description = SeenVersions.WHO_WAS_QUICKER)
    public Response withdraw(
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @RequestBody(required = false) @Valid WithdrawalRequest request) {
        requireSeen(id, ifMatch);
        String note = request == null ? null : wordsOf(request.note());
        return answer(Problems.orThrow(withdrawApplication.withdrawFor(id, note)));
    }

    @DELETE
    @Path("/{id}/withdrawal")
    @Transactional
    @Operation(
            summary = "Take a withdrawal back that was a mistake; the person gets a mail",
            description =
                    "The application waits for a decision again, as it was sent in, with its time and its answers. The seat it may have had is not kept."
                            + " If-Match is the entity tag of the application, or the tag of its row at the desk.")
    @APIResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(implementation = ApplicationDetail.class)),
            description = "The application, which waits for a decision")
    @APIResponse(
            responseCode = "409",
            description =
                    "The person has not withdrawn, has applied again, was replaced by their city or forgotten, the call was put away, or the workshop is over")
    @APIResponse(responseCode = "412", description = SeenVersions.WHO_WAS_QUICKER)
    public Response takeWithdrawalBack(@PathParam("id") UUID id, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
        requireSeen(id, ifMatch);
        return answer(Problems.orThrow(takeWithdrawalBack.takeBack(id)));
    }

    /** Locked before it is compared: of two at the same moment the second sees what the first has done. */
    private void requireSeen(UUID id, String ifMatch) {
        Application seen = applications.locked(List.of(id)).stream().findFirst().orElseThrow(Problems::notFound);
        seenVersions.require(versionOf(ifMatch), seen.version(), () -> lastChange.of(id));
    }

    private static String wordsOf(String note) {
        return note == null ? null : note.strip();
    }

    /**
     * The tag of the application in the tag that the desk gives each row, which names what is staged, too: whoever decides outright overtakes
     * nobody who has only staged something.
     */
    private static String versionOf(String ifMatch) {
        return ifMatch == null ? null : STAGED.matcher(ifMatch).replaceAll("$1");
    }

    private Application find(UUID id) {
        return applications.findByIdOptional(id).orElseThrow(Problems::notFound);
    }

    private Response answer(Application application) {
        List<AuditEntry> entries = audit.list("application", application.id().toString(), PageRequest.of(0, 100))
                .items();
        Map<String, String> names = organisers.namesOf(
                entries.stream().map(AuditEntry::actor).distinct().toList());
        ApplicationDetail detail = ApplicationDetail.forOrganiser(
                application,
                answers.of(application.id()),
                entries.stream()
                        .map(entry -> ApplicationDetail.HistoryEntry.of(entry, names.get(entry.actor())))
                        .toList(),
                answers.openOf(application));
        return Response.ok(detail)
                .header(HttpHeaders.ETAG, EntityTags.of(application.version()))
                .build();
    }
}
