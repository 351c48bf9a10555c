package eu.urbact.infocus.registration.review.rest;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
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
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import eu.urbact.infocus.chassis.problem.Problems;
import eu.urbact.infocus.chassis.rest.Idempotency;
import eu.urbact.infocus.chassis.security.Roles;
import eu.urbact.infocus.chassis.validation.SafeText;
import eu.urbact.infocus.registration.application.Applications;
import eu.urbact.infocus.registration.organiser.Organisers;
import eu.urbact.infocus.registration.review.CastVote;
import eu.urbact.infocus.registration.review.Comment;
import eu.urbact.infocus.registration.review.Comments;
import eu.urbact.infocus.registration.review.Opinion;
import eu.urbact.infocus.registration.review.Vote;
import eu.urbact.infocus.registration.review.Votes;
import eu.urbact.infocus.registration.review.WriteComment;

/** What the organisers think of an application. */
@Path("/api/v1/admin/applications/{id}/review")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.ORGANISER)
@Tag(name = "Admin")
public class ReviewResource {

    /** Votes and comments, each in the order of time. */
    public record Review(int yes, int maybe, int no, List<VoteItem> votes, List<CommentItem> comments) {}

    /**
     * One organiser's vote.
     *
     * @param by the name of the account
     * @param mine whether it is the caller's
     */
    public record VoteItem(String by, boolean mine, Opinion vote, Instant at) {}

    /** One comment. */
    public record CommentItem(UUID id, String by, boolean mine, String text, Instant at) {}

    /** What the caller thinks. */
    public record VoteRequest(@NotNull Opinion vote) {}

    /** What the caller has to say to the other organisers. */
    public record CommentRequest(
            @NotBlank @Size(max = 2_000) @SafeText(multiline = true)
            String text) {}

    private final Applications applications;
    private final Votes votes;
    private final Comments comments;
    private final CastVote castVote;
    private final WriteComment writeComment;
    private final Organisers organisers;
    private final Idempotency idempotency;

    ReviewResource(
            Applications applications,
            Votes votes,
            Comments comments,
            CastVote castVote,
            WriteComment writeComment,
            Organisers organisers,
            Idempotency idempotency) {
        this.applications = applications;
        this.votes = votes;
        this.comments = comments;
        this.castVote = castVote;
        this.writeComment = writeComment;
        this.organisers = organisers;
        this.idempotency = idempotency;
    }

    @GET
    @Transactional
    @Operation(summary = "Show the organisers' votes and comments; they are for organisers only")
    public Review show(@PathParam("id") UUID id) {
        checkApplication(id);
        List<Vote> cast = votes.on(id);
        List<Comment> written = comments.on(id);
        Map<String, String> names = organisers.namesOf(
                Stream.concat(cast.stream().map(Vote::voter), written.stream().map(Comment::author))
                        .distinct()
                        .toList());
        Votes.Count count = votes.count(List.of(id)).getOrDefault(id, Votes.Count.NONE);
        return new Review(
                count.yes(),
                count.maybe(),
                count.no(),
                cast.stream()
                        .map(vote -> new VoteItem(
                                names.get(vote.voter()),
                                organisers.isCaller(vote.voter()),
                                vote.opinion(),
                                vote.castAt()))
                        .toList(),
                written.stream()
                        .map(comment -> item(comment, names.get(comment.author())))
                        .toList());
    }

    @PUT
    @Path("/vote")
    @Operation(summary = "Vote, or vote otherwise; one vote for each organiser")
    @APIResponse(responseCode = "204", description = "The vote counts, also in the next suggestion")
    @APIResponse(responseCode = "409", description = "The person's data have been erased")
    public Response vote(@PathParam("id") UUID id, @Valid @NotNull VoteRequest request) {
        checkApplication(id);
        Problems.orThrow(castVote.cast(id, request.vote()));
        return Response.noContent().build();
    }

    @DELETE
    @Path("/vote")
    @Operation(summary = "Take your own vote back")
    @APIResponse(responseCode = "204", description = "You have no vote on this application any more")
    public Response withdraw(@PathParam("id") UUID id) {
        checkApplication(id);
        castVote.withdraw(id);
        return Response.noContent().build();
    }

    @POST
    @Path("/comments")
    @Operation(summary = "Write a comment to the other organisers; it cannot be changed afterwards")
    @APIResponse(
            responseCode = "201",
            content = @Content(schema = @Schema(implementation = CommentItem.class)),
            description = "Written")
    @APIResponse(responseCode = "409", description = "The person's data have been erased")
    public Response comment(
            @PathParam("id") UUID id,
            @HeaderParam(Idempotency.HEADER) String idempotencyKey,
            @Valid @NotNull CommentRequest request) {
        checkApplication(id);
        return idempotency.once("comment " + id, idempotencyKey, request, () -> {
            Comment comment =
                    Problems.orThrow(writeComment.write(id, request.text().strip()));
            return Response.created(URI.create("/api/v1/admin/applications/" + id + "/review"))
                    .entity(item(comment, organisers.nameOf(comment.author())))
                    .build();
        });
    }

    private CommentItem item(Comment comment, String name) {
        return new CommentItem(
                comment.id(), name, organisers.isCaller(comment.author()), comment.text(), comment.writtenAt());
    }

    private void checkApplication(UUID id) {
        Problems.requireFound(applications.findByIdOptional(id));
    }
}
