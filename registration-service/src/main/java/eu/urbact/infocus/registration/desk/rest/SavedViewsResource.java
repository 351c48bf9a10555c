package eu.urbact.infocus.registration.desk.rest;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import eu.urbact.infocus.chassis.problem.Problems;
import eu.urbact.infocus.chassis.rest.EntityTags;
import eu.urbact.infocus.chassis.rest.Idempotency;
import eu.urbact.infocus.chassis.security.Caller;
import eu.urbact.infocus.chassis.security.Roles;
import eu.urbact.infocus.chassis.validation.SafeText;
import eu.urbact.infocus.registration.application.Traits;
import eu.urbact.infocus.registration.application.rest.ApplicationQuery;
import eu.urbact.infocus.registration.desk.KeepView;
import eu.urbact.infocus.registration.desk.ListFilter;
import eu.urbact.infocus.registration.desk.SavedView;
import eu.urbact.infocus.registration.desk.SavedViews;
import eu.urbact.infocus.registration.organiser.Organisers;

/** Lists as organisers like to see them. Somebody else's that is not shared answers exactly like one that does not exist. */
@Path("/api/v1/admin/saved-views")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.ORGANISER)
@Tag(name = "Admin")
public class SavedViewsResource {

    private static final String SAVE_VIEW = "save view";

    /** A view; empty means all. What was searched for is not kept: it may be somebody's name. */
    public record ViewRequest(
            @NotBlank @Size(max = 60) @SafeText String name,
            @NotNull Boolean shared,

            @Pattern(regexp = ApplicationQuery.STATES, message = ApplicationQuery.NO_SUCH_STATE)
            String state,

            @Pattern(regexp = ApplicationQuery.CITIES, message = ApplicationQuery.NO_SUCH_CITY) @Size(max = 50)
            String city,

            @Pattern(regexp = ApplicationQuery.PROFILES, message = ApplicationQuery.NO_SUCH_PROFILE)
            String profile,

            @Pattern(regexp = DeskQuery.STAGED, message = DeskQuery.NO_SUCH_STAGE)
            String staged,

            Boolean unvoted,

            @Pattern(
                    regexp = "appliedAt|name|city|state|votes",
                    message = "must be one of appliedAt, name, city, state and votes")
            String sort,

            Boolean newcomer,
            Boolean contributor,

            @Pattern(regexp = ApplicationQuery.CLUSTERS, message = ApplicationQuery.NO_SUCH_CLUSTER) @Size(max = 100)
            String cluster,

            @Pattern(regexp = ApplicationQuery.BUCKETS, message = ApplicationQuery.NO_SUCH_BUCKET) @Size(max = 60)
            String bucket) {

        ListFilter filter() {
            return new ListFilter(
                    orNull(state),
                    orNull(city),
                    orNull(profile),
                    orNull(staged),
                    Boolean.TRUE.equals(unvoted),
                    sort == null ? "appliedAt" : sort,
                    new Traits(newcomer, contributor, orNull(cluster), orNull(bucket)));
        }

        private static String orNull(String value) {
            return value == null || value.isEmpty() ? null : value;
        }
    }

    /**
     * A view.
     *
     * @param by the name of its owner's account
     * @param mine whether that is the caller's, who alone can change it
     */
    public record ViewItem(
            UUID id,
            String name,
            boolean shared,
            String by,
            boolean mine,
            String state,
            String city,
            String profile,
            String staged,
            boolean unvoted,
            String sort,
            long version,
            Boolean newcomer,
            Boolean contributor,
            String cluster,
            String bucket) {}

    private final SavedViews savedViews;
    private final KeepView keepView;
    private final Organisers organisers;
    private final Caller caller;
    private final Idempotency idempotency;

    SavedViewsResource(
            SavedViews savedViews, KeepView keepView, Organisers organisers, Caller caller, Idempotency idempotency) {
        this.savedViews = savedViews;
        this.keepView = keepView;
        this.organisers = organisers;
        this.caller = caller;
        this.idempotency = idempotency;
    }

    @GET
    @Operation(summary = "List your own views and those that others share, by name")
    public List<ViewItem> list() {
        List<SavedView> views = savedViews.seenBy(caller.actor());
        Map<String, String> names = organisers.namesOf(
                views.stream().map(SavedView::owner).distinct().toList());
        return views.stream().map(view -> item(view, names.get(view.owner()))).toList();
    }

    @POST
    @Operation(summary = "Keep a view")
    @APIResponse(
            responseCode = "201",
            content = @Content(schema = @Schema(implementation = ViewItem.class)),
            description = "Kept")
    @APIResponse(responseCode = "409", description = "You have one of this name")
    public Response keep(@HeaderParam(Idempotency.HEADER) String idempotencyKey, @Valid @NotNull ViewRequest request) {
        return idempotency.once(SAVE_VIEW, idempotencyKey, request, () -> {
            SavedView view =
                    Problems.orThrow(keepView.keep(request.name().strip(), request.shared(), request.filter()));
            return answer(Response.created(URI.create("/api/v1/admin/saved-views/" + view.id())), view);
        });
    }

    @PUT
    @Path("/{id}")
    @Transactional
    @Operation(summary = "Change a view of your own")
    @APIResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(implementation = ViewItem.class)),
            description = "Changed")
    @APIResponse(responseCode = "412", description = "You have changed it in the meantime")
    @APIResponse(responseCode = "409", description = "You have one of this name")
    public Response change(
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @Valid @NotNull ViewRequest request) {
        EntityTags.require(ifMatch, own(id).version());
        return answer(
                Response.ok(),
                Problems.orThrow(keepView.change(id, request.name().strip(), request.shared(), request.filter())));
    }

    @DELETE
    @Path("/{id}")
    @Transactional
    @Operation(summary = "Throw a view of your own away")
    @APIResponse(responseCode = "204", description = "It is gone")
    @APIResponse(responseCode = "412", description = "You have changed it in the meantime")
    public Response discard(@PathParam("id") UUID id, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
        EntityTags.require(ifMatch, own(id).version());
        keepView.discard(id);
        idempotency.forget(SAVE_VIEW, id);
        return Response.noContent().build();
    }

    private SavedView own(UUID id) {
        return savedViews.of(caller.actor(), id).orElseThrow(Problems::notFound);
    }

    private Response answer(Response.ResponseBuilder response, SavedView view) {
        return response.entity(item(view, organisers.nameOf(view.owner())))
                .header(HttpHeaders.ETAG, EntityTags.of(view.version()))
                .build();
    }

    private ViewItem item(SavedView view, String by) {
        ListFilter filter = view.filter();
        return new ViewItem(
                view.id(),
                view.name(),
                view.shared(),
                by,
                organisers.isCaller(view.owner()),
                filter.state(),
                filter.city(),
                filter.profile(),
                filter.staged(),
                filter.unvoted(),
                filter.sort(),
                view.version(),
                filter.traits().newcomer(),
                filter.traits().contributor(),
                filter.traits().cluster(),
                filter.traits().bucket());
    }
}
