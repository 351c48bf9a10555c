package eu.urbact.infocus.registration.desk.rest;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import eu.urbact.infocus.chassis.problem.Problems;
import eu.urbact.infocus.chassis.rest.Page;
import eu.urbact.infocus.chassis.rest.PageRequest;
import eu.urbact.infocus.chassis.security.Caller;
import eu.urbact.infocus.chassis.security.Roles;
import eu.urbact.infocus.registration.application.rest.ApplicationItem;
import eu.urbact.infocus.registration.desk.ReadDesk;
import eu.urbact.infocus.registration.organiser.Organisers;
import eu.urbact.infocus.registration.review.Opinion;
import eu.urbact.infocus.registration.staging.Seen;
import eu.urbact.infocus.registration.staging.StagedDecision;
import eu.urbact.infocus.registration.staging.rest.StagedDecisionResponse;

/** The desk's list: applications with what is staged for them, the votes and the comments. */
@Path("/api/v1/admin/desk")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.ORGANISER)
@Tag(name = "Admin")
public class DeskResource {

    /**
     * One row.
     *
     * @param newcomer whether the person has been admitted to no earlier workshop of the network
     * @param staged what is staged, if anything is
     * @param votes how many organisers are for, undecided and against
     * @param comments how many there are
     * @param tag what whoever stages sends back, so that nobody overwrites what they have not seen
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record DeskRow(
            @JsonUnwrapped ApplicationItem item,
            boolean newcomer,
            StagedDecisionResponse staged,
            VoteCount votes,
            int comments,
            String tag) {}

    /**
     * The organisers' votes.
     *
     * @param mine the caller's, or null
     */
    public record VoteCount(int yes, int maybe, int no, Opinion mine) {}

    /**
     * One row and its neighbours.
     *
     * @param previous who is before this one in the list, or null
     * @param next who comes after it, or null
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record DeskPlace(DeskRow row, UUID previous, UUID next) {}

    private final ReadDesk readDesk;
    private final Organisers organisers;
    private final Caller caller;

    DeskResource(ReadDesk readDesk, Organisers organisers, Caller caller) {
        this.readDesk = readDesk;
        this.organisers = organisers;
        this.caller = caller;
    }

    @GET
    @Operation(
            summary = "List applications with what is staged for them, filtered and sorted",
            description =
                    "city: a partner city's id, or none. newcomer, contributor: true or false. cluster: a cluster's id, or none."
                            + " bucket: the seats that people hold. q: words in any order, each a part of the name, the organisation or the mail"
                            + " address; a word of one or two letters is looked for at the beginning of words only. staged: a decision,"
                            + " ANY or NONE.")
    public Page<DeskRow> list(@Valid @BeanParam DeskQuery query, @Valid @BeanParam PageRequest page) {
        Page<ReadDesk.Row> rows = readDesk.list(query.filter(caller.actor()), caller.actor(), page);
        Map<String, String> names = names(rows.items());
        return rows.map(row -> row(row, names));
    }

    @GET
    @Path("/{id}")
    @Operation(summary = "Show one row, and who is before and after it in the list")
    public DeskPlace show(@PathParam("id") UUID id, @Valid @BeanParam DeskQuery query) {
        ReadDesk.Place place =
                readDesk.place(id, query.filter(caller.actor()), caller.actor()).orElseThrow(Problems::notFound);
        return new DeskPlace(
                row(place.row(), names(List.of(place.row()))),
                place.neighbours().previous(),
                place.neighbours().next());
    }

    private Map<String, String> names(List<ReadDesk.Row> rows) {
        return organisers.namesOf(rows.stream()
                .map(ReadDesk.Row::staged)
                .filter(Objects::nonNull)
                .map(StagedDecision::stagedBy)
                .distinct()
                .toList());
    }

    private DeskRow row(ReadDesk.Row row, Map<String, String> names) {
        StagedDecision staged = row.staged();
        return new DeskRow(
                ApplicationItem.of(row.application()),
                row.newcomer(),
                staged == null
                        ? null
                        : StagedDecisionResponse.of(
                                staged, names.get(staged.stagedBy()), organisers.isCaller(staged.stagedBy())),
                new VoteCount(
                        row.votes().yes(), row.votes().maybe(), row.votes().no(), row.mine()),
                row.comments(),
                Seen.of(row.application(), staged).tag());
    }
}
