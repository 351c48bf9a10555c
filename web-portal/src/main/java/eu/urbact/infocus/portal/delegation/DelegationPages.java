package eu.urbact.infocus.portal.delegation;

import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Stream;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.Blocking;
import org.jboss.resteasy.reactive.RestResponse;

import eu.urbact.infocus.portal.shell.FormAgain;
import eu.urbact.infocus.portal.shell.FormErrors;
import eu.urbact.infocus.portal.shell.HtmlPage;
import eu.urbact.infocus.portal.shell.Onward;
import eu.urbact.infocus.portal.shell.Shell;
import eu.urbact.infocus.portal.shell.security.SignInAgain;
import eu.urbact.infocus.portal.shell.services.Answer;
import eu.urbact.infocus.portal.shell.services.Application;
import eu.urbact.infocus.portal.shell.services.Call;
import eu.urbact.infocus.portal.shell.services.CityBalance;
import eu.urbact.infocus.portal.shell.services.DelegationClient;
import eu.urbact.infocus.portal.shell.services.Invitation;
import eu.urbact.infocus.portal.shell.services.Page;
import eu.urbact.infocus.portal.shell.services.Services;
import eu.urbact.infocus.portal.shell.services.Workshop;

/** A partner city's delegation to one workshop. registration-service answers for the cities in the token and for no others. */
@Path("/partner")
@Authenticated
@Blocking
@Produces(MediaType.TEXT_HTML)
public class DelegationPages {

    private static final int PAGE = 200;

    /** More than a delegation can have, however many have named its city. */
    private static final int MOST_PAGES = 25;

    /** What a city can send somebody else in the place of. */
    private static final String KINDS = "invitations|applications";

    private final Services services;
    private final Shell shell;
    private final Clock clock;

    DelegationPages(Services services, Shell shell, Clock clock) {
        this.services = services;
        this.shell = shell;
        this.clock = clock;
    }

    /** Seats, people, and a form for inviting more. */
    @GET
    @Path("w/{slug}/delegation")
    public RestResponse<String> show(@PathParam("slug") String slug, @QueryParam("done") String done) {
        return page(200, slug, InvitationForm.blank(), FormErrors.NONE, done);
    }

    /**
     * Invites. Open to everybody at first, so that what a city wrote while its session ended is not lost; nothing is asked of a service
     * before the role has been checked.
     */
    @POST
    @PermitAll
    @Path("w/{slug}/delegation")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public RestResponse<String> invite(@PathParam("slug") String slug, MultivaluedMap<String, String> sent) {
        InvitationForm form = InvitationForm.of(sent);
        if (!shell.getVisitor().isSignedIn()) {
            return SignInAgain.page(shell.getPath(), sent, form.lines());
        }
        String bearer = shell.getVisitor().partnerBearer();
        Call call = services.callOf(slug).orThrow();
        Answer<Invitation> answer = services.delegation(
                client -> client.invite(bearer, call.id(), form.idempotencyKey(), form.toInvitation(form.cityId())));
        return answer.isFound()
                ? back(slug, "invited")
                : page(FormAgain.status(answer), slug, form.again(answer), errors(answer, form), null);
    }

    /** Where a sign-in that was asked for in the middle of something comes back to. */
    @GET
    @Path("w/{slug}/delegation/{id}/{action: reminder|revocation}")
    public RestResponse<String> afterSignIn(@PathParam("slug") String slug) {
        return back(slug, null);
    }

    /** Writes to a person again. */
    @POST
    @Path("w/{slug}/delegation/{id}/reminder")
    public RestResponse<String> remind(@PathParam("slug") String slug, @PathParam("id") String id) {
        String bearer = shell.getVisitor().partnerBearer();
        Call call = services.callOf(slug).orThrow();
        return after(services.delegation(client -> client.remind(bearer, call.id(), id)), slug, "reminded");
    }

    /** Takes an invitation back. */
    @POST
    @Path("w/{slug}/delegation/{id}/revocation")
    public RestResponse<String> revoke(@PathParam("slug") String slug, @PathParam("id") String id) {
        String bearer = shell.getVisitor().partnerBearer();
        Call call = services.callOf(slug).orThrow();
        Answer<Boolean> answer = services.delegation(client -> {
            client.revoke(bearer, call.id(), id);
            return true;
        });
        return after(answer, slug, "revoked");
    }

    /** Asks who comes instead, and says what that means for the first person. */
    @GET
    @Path("w/{slug}/delegation/{kind: " + KINDS + "}/{id}/substitute")
    public RestResponse<String> confirm(
            @PathParam("slug") String slug, @PathParam("kind") String kind, @PathParam("id") String id) {
        return confirm(200, slug, kind, id, InvitationForm.blank(), FormErrors.NONE);
    }

    /** Sends somebody else. Open to everybody at first, like the invitation. */
    @POST
    @PermitAll
    @Path("w/{slug}/delegation/{kind: " + KINDS + "}/{id}/substitute")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public RestResponse<String> substitute(
            @PathParam("slug") String slug,
            @PathParam("kind") String kind,
            @PathParam("id") String id,
            MultivaluedMap<String, String> sent) {
        InvitationForm form = InvitationForm.of(sent);
        if (!shell.getVisitor().isSignedIn()) {
            return SignInAgain.page(shell.getPath(), sent, form.lines());
        }
        String bearer = shell.getVisitor().partnerBearer();
        Call call = services.callOf(slug).orThrow();
        Answer<Invitation> answer = services.delegation(client ->
                client.substitute(bearer, call.id(), kind, id, form.idempotencyKey(), form.toInvitation(null)));
        return answer.isFound()
                ? back(slug, "substituted")
                : confirm(FormAgain.status(answer), slug, kind, id, form.again(answer), errors(answer, form));
    }

    private RestResponse<String> confirm(
            int status, String slug, String kind, String id, InvitationForm form, FormErrors errors) {
        String bearer = shell.getVisitor().partnerBearer();
        Call call = services.callOf(slug).orThrow();
        String name = kind.equals("applications")
                ? services.registration(client -> client.partnerApplication(bearer, id))
                        .orThrow()
                        .name()
                : invitations(bearer, call).orThrow().stream()
                        .filter(invitation -> invitation.id().equals(id))
                        .map(Invitation::name)
                        .findFirst()
                        .orElseThrow(NotFoundException::new);
        return HtmlPage.of(status, Templates.substitute(call, kind, id, name, form, errors));
    }

    private <T> RestResponse<String> after(Answer<T> answer, String slug, String done) {
        return answer.isFound()
                ? back(slug, done)
                : page(
                        FormAgain.status(answer),
                        slug,
                        InvitationForm.blank(),
                        errors(answer, InvitationForm.blank()),
                        null);
    }

    private RestResponse<String> page(int status, String slug, InvitationForm form, FormErrors errors, String done) {
        String bearer = shell.getVisitor().partnerBearer();
        Call call = services.callOf(slug).orThrow();
        Answer<List<CityBalance>> balance = services.delegation(client -> client.ownBalance(bearer, call.id()));
        Answer<List<Invitation>> invitations = invitations(bearer, call);
        Answer<List<Application>> applications =
                all((client, page) -> client.applications(bearer, call.id(), page, PAGE), Application::id);
        List<Application> people = unlessRefused(applications).stream()
                .filter(application -> Objects.equals(application.callId(), call.id()))
                .toList();
        Answer<Workshop> workshop = services.event(client -> client.workshop(slug, null));
        Instant now = clock.instant();
        boolean down = Stream.of(balance, invitations, applications).anyMatch(Answer::isDown);
        return HtmlPage.of(
                status,
                Templates.delegation(
                        call,
                        unlessRefused(balance),
                        Member.byGroup(unlessRefused(invitations), people),
                        // the mails tell deadlines in the zone of the venue; the zone stands beside each time
                        workshop.map(Workshop::zone).or(call.zone()),
                        call.acceptsApplications(),
                        call.isOver(now),
                        workshop.map(known -> known.startsAt() != null && !now.isBefore(known.startsAt()))
                                .or(false),
                        down,
                        form,
                        errors,
                        done));
    }

    private Answer<List<Invitation>> invitations(String bearer, Call call) {
        return all((client, page) -> client.invitations(bearer, call.id(), page, PAGE), Invitation::id);
    }

    /** A list as far as it goes, everybody once: somebody may be erased while it is read, so that the others move up. */
    private <T> Answer<List<T>> all(BiFunction<DelegationClient, Integer, Page<T>> question, Function<T, String> id) {
        return services.delegation(client -> {
            Map<String, T> all = new LinkedHashMap<>();
            boolean more = true;
            for (int page = 0; more && page < MOST_PAGES; page++) {
                Page<T> found = question.apply(client, page);
                found.items().forEach(item -> all.putIfAbsent(id.apply(item), item));
                more = !found.items().isEmpty() && found.hasNext();
            }
            return List.copyOf(all.values());
        });
    }

    /** What was found; nothing from a service that is down, which the page says, but no empty list in the place of a refusal. */
    private static <T> List<T> unlessRefused(Answer<List<T>> answer) {
        return answer instanceof Answer.Refused<List<T>> ? answer.orThrow() : answer.or(List.of());
    }

    private static RestResponse<String> back(String slug, String done) {
        return Onward.to("/partner/w/{slug}/delegation", slug, done);
    }

    private static FormErrors errors(Answer<?> answer, InvitationForm form) {
        if (!(answer instanceof Answer.Refused<?> refused)) {
            return FormErrors.general(
                    "It was not confirmed, because registration does not answer. Try again: nothing is counted twice.");
        }
        if (refused.problem().status() == 401 || refused.problem().status() == 403) {
            answer.orThrow();
        }
        return form.explain(refused.problem());
    }

    @CheckedTemplate(basePath = "delegation")
    static class Templates {
        private Templates() {}

        static native TemplateInstance delegation(
                Call call,
                List<CityBalance> balance,
                Map<Member.Group, List<Member>> groups,
                String zone,
                boolean inviting,
                boolean closed,
                boolean begun,
                boolean down,
                InvitationForm form,
                FormErrors errors,
                String done);

        static native TemplateInstance substitute(
                Call call, String kind, String id, String name, InvitationForm form, FormErrors errors);
    }
}
