package eu.urbact.infocus.directory.meeting.rest;

import java.net.URI;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
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
import eu.urbact.infocus.chassis.rest.EntityTags;
import eu.urbact.infocus.chassis.security.Roles;
import eu.urbact.infocus.chassis.validation.SafeText;
import eu.urbact.infocus.chassis.yaml.YamlMapping;
import eu.urbact.infocus.directory.cluster.Clusters;
import eu.urbact.infocus.directory.meeting.Contributor;
import eu.urbact.infocus.directory.meeting.MeetingDay;
import eu.urbact.infocus.directory.meeting.MeetingDays;
import eu.urbact.infocus.directory.meeting.MeetingPlan;
import eu.urbact.infocus.directory.meeting.MeetingRoom;
import eu.urbact.infocus.directory.meeting.OpenRoom;
import eu.urbact.infocus.directory.meeting.PlanMeetings;
import eu.urbact.infocus.directory.meeting.PlanMeetings.Planned;
import eu.urbact.infocus.directory.meeting.Wish;
import eu.urbact.infocus.directory.offer.OfferKind;
import eu.urbact.infocus.directory.reference.Facet;
import eu.urbact.infocus.directory.reference.Taxonomies;
import eu.urbact.infocus.directory.reference.Taxonomy;

/** The meetings of participants and contributors with clusters at a workshop. */
@Path("/api/v1/admin/workshops/{workshopId}/meetings")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.ORGANISER)
@Tag(name = "Admin")
public class AdminMeetingsResource {

    private static final String CLUSTER = "{clusterId: [a-z0-9-]{1,60}}";
    private static final String PERSON = "{person: [a-z0-9-]{1,40}}";
    private static final String CONTRIBUTOR = "{person: " + PlanMeetings.CONTRIBUTOR + "}";
    private static final int MOST_WISHES = 30;
    private static final String TOO_MANY_WISHES = "must have at most 30 entries";

    private final MeetingDays days;
    private final OpenRoom openRoom;
    private final PlanMeetings planMeetings;
    private final Clusters clusters;
    private final Taxonomies taxonomies;

    AdminMeetingsResource(
            MeetingDays days, OpenRoom openRoom, PlanMeetings planMeetings, Clusters clusters, Taxonomies taxonomies) {
        this.days = days;
        this.openRoom = openRoom;
        this.planMeetings = planMeetings;
        this.clusters = clusters;
        this.taxonomies = taxonomies;
    }

    /** How the room and the day are laid out. */
    public record RoomRequest(
            @NotNull @Min(1) @Max(12) Integer slots,
            @NotNull @Min(5) @Max(120) Integer minutes,
            OffsetDateTime startsAt,
            @NotNull @Min(1) @Max(100) Integer tables,
            @NotNull @Min(1) @Max(100) Integer chairs) {

        MeetingDay.Room room() {
            if (startsAt != null
                    && (startsAt.getYear() < YamlMapping.FIRST_YEAR || startsAt.getYear() > YamlMapping.LAST_YEAR)) {
                // no database can hold all that can be written here
                throw Problems.invalid(List.of(new FieldError(
                        "startsAt",
                        "must lie in the years " + YamlMapping.FIRST_YEAR + " to " + YamlMapping.LAST_YEAR)));
            }
            return new MeetingDay.Room(slots, minutes, startsAt == null ? null : startsAt.toInstant(), tables, chairs);
        }
    }

    /** What somebody offers and needs; with nothing at all, what the person has stated counts, or else the profiles of the directory. */
    public record WishesRequest(
            @Size(max = MOST_WISHES, message = TOO_MANY_WISHES)
            List<@NotNull @Valid TopicRequest> offers,

            @Size(max = MOST_WISHES, message = TOO_MANY_WISHES)
            List<@NotNull @Valid TopicRequest> needs) {}

    /** A competence or a NACE division. */
    public record TopicRequest(
            @NotNull Facet facet,

            @NotBlank @Size(max = 60, message = "must have at most 60 characters")
            String code) {}

    /** Somebody who takes part without an application, named as in the public programme. */
    public record ContributorRequest(
            @NotBlank @Size(max = 100, message = "must have at most 100 characters") @SafeText
            String label,

            @Size(max = 50, message = "must have at most 50 characters")
            String cityId) {}

    /**
     * How a person and a cluster fit.
     *
     * @param wanted how well the cluster's offers cover the person's needs, 0 to 1
     * @param wantedBack how well the person's offers cover the cluster's needs, 0 to 1
     * @param score the reciprocal score of both, 0 to 1
     * @param oneSided whether one side looks for what the other offers and gives nothing in return; they meet only where one of
     *     them would have no meeting otherwise
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record FitResponse(
            String person,
            String clusterId,
            String cluster,
            double wanted,
            double wantedBack,
            double score,
            boolean oneSided,
            MeetingDayResponse.AnswerView gets,
            MeetingDayResponse.AnswerView gives) {}

    @GET
    @Transactional
    @Operation(summary = "Show who is in the room, the plan of meetings, and who has left since")
    @APIResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(implementation = MeetingDayResponse.class)),
            description = "The meetings")
    public Response show(@PathParam("workshopId") UUID workshopId) {
        return answer(Response.ok(), find(workshopId));
    }

    @PUT
    @Transactional
    @Operation(
            summary = "Set the meetings up, or arrange them anew",
            description = "Setting them up needs no If-Match; arranging them anew does.")
    @APIResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(implementation = MeetingDayResponse.class)),
            description = "Arranged")
    @APIResponse(
            responseCode = "201",
            content = @Content(schema = @Schema(implementation = MeetingDayResponse.class)),
            description = "Set up")
    @APIResponse(responseCode = "409", description = "No workshop with this id was announced")
    @APIResponse(
            responseCode = "422",
            description = "A value is wrong, or the slots do not lie on the days of the workshop")
    public Response arrange(
            @PathParam("workshopId") UUID workshopId,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @Valid @NotNull RoomRequest request) {
        Optional<MeetingDay> known = days.findByIdOptional(workshopId);
        known.ifPresent(day -> EntityTags.require(ifMatch, day.version()));
        MeetingDay day = Problems.orThrow(planMeetings.arrange(workshopId, request.room()));
        return answer(
                known.isPresent()
                        ? Response.ok()
                        : Response.created(URI.create("/api/v1/admin/workshops/" + workshopId + "/meetings")),
                day);
    }

    @PUT
    @Path("/clusters/" + CLUSTER)
    @Transactional
    @Operation(summary = "Represent a cluster in the room, and say what it offers and needs there")
    @APIResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(implementation = MeetingDayResponse.class)),
            description = "It is in the room")
    public Response bringCluster(
            @PathParam("workshopId") UUID workshopId,
            @PathParam("clusterId") String clusterId,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @Valid @NotNull WishesRequest request) {
        require(workshopId, ifMatch);
        Problems.requireFound(clusters.shown(clusterId));
        return answer(
                Response.ok(),
                planMeetings.bringCluster(workshopId, clusterId, wishes(Wish.Side.CLUSTER, clusterId, request)));
    }

    @DELETE
    @Path("/clusters/" + CLUSTER)
    @Transactional
    @Operation(summary = "Take a cluster out of the room; mend the plan afterwards")
    @APIResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(implementation = MeetingDayResponse.class)),
            description = "It is not in the room")
    public Response takeClusterAway(
            @PathParam("workshopId") UUID workshopId,
            @PathParam("clusterId") String clusterId,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
        require(workshopId, ifMatch);
        return answer(Response.ok(), planMeetings.takeClusterAway(workshopId, clusterId));
    }

    @PUT
    @Path("/contributors/" + CONTRIBUTOR)
    @Transactional
    @Operation(summary = "Let somebody take part who has no application, under a key that begins with c-")
    @APIResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(implementation = MeetingDayResponse.class)),
            description = "The person is in the room")
    public Response bringContributor(
            @PathParam("workshopId") UUID workshopId,
            @PathParam("person") String person,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @Valid @NotNull ContributorRequest request) {
        require(workshopId, ifMatch);
        String city = request.cityId() == null || request.cityId().isBlank() ? null : request.cityId();
        if (city != null && !clusters.cityNames().containsKey(city)) {
            throw Problems.invalid(List.of(new FieldError("cityId", "is not a city of the network")));
        }
        return answer(
                Response.ok(),
                planMeetings.bringContributor(
                        workshopId, new Contributor(person, request.label().strip(), city)));
    }

    @DELETE
    @Path("/contributors/" + CONTRIBUTOR)
    @Transactional
    @Operation(summary = "Take a contributor out of the room; mend the plan afterwards")
    @APIResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(implementation = MeetingDayResponse.class)),
            description = "The person is not in the room")
    public Response takeContributorAway(
            @PathParam("workshopId") UUID workshopId,
            @PathParam("person") String person,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
        require(workshopId, ifMatch);
        return answer(Response.ok(), planMeetings.takeContributorAway(workshopId, person));
    }

    @PUT
    @Path("/people/" + PERSON + "/wishes")
    @Transactional
    @Operation(summary = "Say what somebody in the room offers and needs")
    @APIResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(implementation = MeetingDayResponse.class)),
            description = "Said")
    public Response wish(
            @PathParam("workshopId") UUID workshopId,
            @PathParam("person") String person,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @Valid @NotNull WishesRequest request) {
        MeetingDay day = require(workshopId, ifMatch);
        if (openRoom.of(day).people().stream().noneMatch(known -> known.key().equals(person))) {
            throw Problems.notFound();
        }
        return answer(Response.ok(), planMeetings.wish(workshopId, person, wishes(Wish.Side.PERSON, person, request)));
    }

    @GET
    @Path("/fits")
    @Transactional
    @Operation(summary = "How somebody in the room fits the clusters, best first, and why")
    public List<FitResponse> fits(
            @PathParam("workshopId") UUID workshopId,
            @QueryParam("person") @NotBlank @Size(max = 40, message = "must have at most 40 characters")
                    String person) {
        MeetingRoom room = openRoom.of(find(workshopId));
        if (room.people().stream().noneMatch(known -> known.key().equals(person))) {
            throw Problems.notFound();
        }
        Taxonomy taxonomy = taxonomies.current();
        return room.fitsOf(person).stream()
                .map(fit -> new FitResponse(
                        person,
                        fit.cluster(),
                        room.clusters().stream()
                                .filter(cluster -> cluster.id().equals(fit.cluster()))
                                .findFirst()
                                .orElseThrow()
                                .name(),
                        fit.wanted(),
                        fit.wantedBack(),
                        fit.score(),
                        fit.oneSided(),
                        fit.gets()
                                .map(answer -> MeetingDayResponse.answer(answer, taxonomy))
                                .orElse(null),
                        fit.gives()
                                .map(answer -> MeetingDayResponse.answer(answer, taxonomy))
                                .orElse(null)))
                .toList();
    }

    @POST
    @Path("/plan")
    @Transactional
    @Operation(
            summary = "Plan the meetings anew",
            description =
                    "First as many people and clusters as possible get a meeting, then as few meetings as possible are"
                            + " one-sided, then the sum of the scores is as high as possible, in which a one-sided meeting counts"
                            + " nothing. A meeting is one-sided when one side looks for"
                            + " what the other offers and gives nothing in return; it takes place only where one of the two would"
                            + " have no meeting otherwise. Two who answer each other in no direction do not meet. Nobody has more"
                            + " meetings than there are slots. Working tables are filled by deferred acceptance, so that the"
                            + " distribution is stable.")
    @APIResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(implementation = MeetingDayResponse.class)),
            description = "Planned")
    @APIResponse(responseCode = "409", description = "There are too many people")
    public Response plan(@PathParam("workshopId") UUID workshopId, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
        require(workshopId, ifMatch);
        return answer(Problems.orThrow(planMeetings.plan(workshopId)));
    }

    @POST
    @Path("/plan/mending")
    @Transactional
    @Operation(
            summary = "Mend the plan after somebody has left or come, with the fewest changes",
            description =
                    "As few meetings as possible are dropped, added or moved. Those of a slot that is gone move into"
                            + " another one; where one has to give way, it is rather one of these than one that can stay.")
    @APIResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(implementation = MeetingDayResponse.class)),
            description = "Mended; changes says what is different")
    @APIResponse(responseCode = "409", description = "There is no plan yet, or there are too many people")
    public Response mend(@PathParam("workshopId") UUID workshopId, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
        require(workshopId, ifMatch);
        return answer(Problems.orThrow(planMeetings.mend(workshopId)));
    }

    private List<Wish> wishes(Wish.Side side, String subject, WishesRequest request) {
        List<FieldError> errors = new ArrayList<>();
        List<Wish> wishes = new ArrayList<>();
        collect(side, subject, OfferKind.OFFER, "offers", request.offers(), wishes, errors);
        collect(side, subject, OfferKind.NEED, "needs", request.needs(), wishes, errors);
        if (!errors.isEmpty()) {
            throw Problems.invalid(errors);
        }
        return wishes.stream().distinct().toList();
    }

    private void collect(
            Wish.Side side,
            String subject,
            OfferKind kind,
            String field,
            List<TopicRequest> topics,
            List<Wish> wishes,
            List<FieldError> errors) {
        if (topics == null) {
            return;
        }
        Taxonomy taxonomy = taxonomies.current();
        for (int i = 0; i < topics.size(); i++) {
            TopicRequest topic = topics.get(i);
            String at = field + "[" + i + "]";
            if (topic.facet() != Facet.ACTIVITY && topic.facet() != Facet.COMPETENCE) {
                errors.add(new FieldError(at + ".facet", "must be ACTIVITY or COMPETENCE"));
            } else if (!taxonomy.knows(topic.facet(), topic.code())) {
                errors.add(new FieldError(at + ".code", "is not known"));
            } else {
                wishes.add(new Wish(side, subject, kind, topic.facet(), topic.code()));
            }
        }
    }

    private MeetingDay require(UUID workshopId, String ifMatch) {
        MeetingDay day = find(workshopId);
        EntityTags.require(ifMatch, day.version());
        return day;
    }

    private MeetingDay find(UUID workshopId) {
        return days.findByIdOptional(workshopId).orElseThrow(Problems::notFound);
    }

    private Response answer(Planned planned) {
        return answer(Response.ok(), planned.day(), planned.room(), planned.changes());
    }

    private Response answer(Response.ResponseBuilder answer, MeetingDay day) {
        return answer(answer, day, openRoom.of(day), null);
    }

    private Response answer(
            Response.ResponseBuilder answer, MeetingDay day, MeetingRoom room, MeetingPlan.Changes changes) {
        String etag = EntityTags.of(day.version());
        return answer.header(HttpHeaders.ETAG, etag)
                .entity(MeetingDayResponse.of(
                        day, etag, room, openRoom.left(day, room, changes), taxonomies.current(), changes))
                .build();
    }
}
