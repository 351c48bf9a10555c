package eu.urbact.infocus.portal.matching;

import java.net.URI;
import java.util.Set;
import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.ForbiddenException;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriBuilder;

import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.Blocking;
import org.jboss.resteasy.reactive.RestResponse;

import eu.urbact.infocus.portal.shell.Shell;
import eu.urbact.infocus.portal.shell.services.Answer;
import eu.urbact.infocus.portal.shell.services.MatchFeedback;
import eu.urbact.infocus.portal.shell.services.Services;

/** What a city thinks of the partners suggested for its clusters. cluster-directory-service answers for the cities in the token only. */
@Path("/partner")
@Authenticated
@Blocking
@Produces(MediaType.TEXT_HTML)
public class FeedbackPages {

    private static final String FEEDBACK = "matches/{id: [a-z0-9-]{1,60}}/{other: [a-z0-9-]{1,60}}/feedback";
    private static final Set<String> VERDICTS = Set.of("USEFUL", "NOT_USEFUL", "ALREADY_PARTNERS");

    /** The button that takes back what was said. */
    private static final String NOTHING = "NONE";

    private final Services services;
    private final Shell shell;

    FeedbackPages(Services services, Shell shell) {
        this.services = services;
        this.shell = shell;
    }

    /** Where a sign-in that was asked for in the middle comes back to. */
    @GET
    @Path(FEEDBACK)
    public RestResponse<String> afterSignIn(@PathParam("id") String id) {
        return back(id, "", null);
    }

    /** Says what a suggested partner is worth, or takes it back. */
    @POST
    @Path(FEEDBACK)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public RestResponse<String> say(
            @PathParam("id") String id,
            @PathParam("other") String other,
            @FormParam("verdict") String verdict,
            @FormParam("lens") String lens) {
        if (!shell.getVisitor().isPartner()) {
            throw new ForbiddenException();
        }
        String bearer = shell.getVisitor().bearer();
        if (NOTHING.equals(verdict)) {
            Answer<Boolean> forgotten = services.matchmaking(client -> {
                client.forget(bearer, id, other);
                return true;
            });
            return after(forgotten, id, lens, "forgotten");
        }
        if (verdict == null || !VERDICTS.contains(verdict)) {
            throw new BadRequestException();
        }
        Answer<MatchFeedback> answer =
                services.matchmaking(client -> client.say(bearer, id, other, new MatchFeedback.Said(verdict)));
        return after(answer, id, lens, "said");
    }

    private static RestResponse<String> after(Answer<?> answer, String id, String lens, String done) {
        if (answer.isDown()) {
            return back(id, lens, "down");
        }
        answer.orThrow();
        return back(id, lens, done);
    }

    private static RestResponse<String> back(String id, String lens, String done) {
        URI list = URI.create(new PartnerFilter(id, PartnersPages.isLens(lens) ? lens : "", false, "").href());
        return RestResponse.seeOther(
                done == null
                        ? list
                        : UriBuilder.fromUri(list).queryParam("done", done).build());
    }
}
