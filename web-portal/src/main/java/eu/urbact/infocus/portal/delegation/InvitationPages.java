package eu.urbact.infocus.portal.delegation;

import java.util.List;
import java.util.function.BiFunction;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.UriBuilder;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import io.vertx.core.http.HttpServerRequest;
import org.jboss.resteasy.reactive.RestResponse;

import eu.urbact.infocus.portal.shell.FieldWords;
import eu.urbact.infocus.portal.shell.FormErrors;
import eu.urbact.infocus.portal.shell.HtmlPage;
import eu.urbact.infocus.portal.shell.PersonalLinks;
import eu.urbact.infocus.portal.shell.security.SignInAgain;
import eu.urbact.infocus.portal.shell.services.Answer;
import eu.urbact.infocus.portal.shell.services.City;
import eu.urbact.infocus.portal.shell.services.ClusterNames;
import eu.urbact.infocus.portal.shell.services.DelegationClient;
import eu.urbact.infocus.portal.shell.services.OwnInvitation;
import eu.urbact.infocus.portal.shell.services.Page;
import eu.urbact.infocus.portal.shell.services.Question;
import eu.urbact.infocus.portal.shell.services.Services;

/** "My invitation". The token in the address is the only key to it, so it goes to registration-service as a header and never into a log. */
@Path("/en/invitation/{token}")
@Blocking
@Produces(MediaType.TEXT_HTML)
public class InvitationPages {

    private static final String DOWN =
            "Your answer could not be sent, because our registration does not answer at the moment. Nothing you"
                    + " entered is lost: please send it again in a few minutes.";

    /** Stands in for an invitation that cannot be read at the moment, around a form that has been filled in already. */
    private static final OwnInvitation UNREAD = new OwnInvitation(
            null, null, "INVITED", false, false, null, null, null, null, null, false, null, null, null, null, null,
            null);

    private final Services services;
    private final ClusterNames clusters;
    private final FieldWords words;

    InvitationPages(Services services, ClusterNames clusters, FieldWords words) {
        this.services = services;
        this.clusters = clusters;
        this.words = words;
    }

    /** What it is about, and the form to answer. */
    @GET
    public RestResponse<String> show(@PathParam("token") String token, HttpServerRequest request) {
        Answer<OwnInvitation> answer = find(token, request);
        return answer.isMissing()
                ? unknown(null, List.of())
                : page(200, token, answer.orThrow(), questions(answer.orThrow()).or(List.of()), null, FormErrors.NONE);
    }

    /** Reached by a reload of a form that was shown again: starts anew. */
    @GET
    @Path("{action: acceptance|refusal|erasure}")
    public RestResponse<String> again(@PathParam("token") String token) {
        return back(token);
    }

    /**
     * Applies. Nothing is sent on before the invitation and the call's questions are known: without the questions their answers would be
     * lost.
     */
    @POST
    @Path("acceptance")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public RestResponse<String> accept(
            @PathParam("token") String token, MultivaluedMap<String, String> sent, HttpServerRequest request) {
        boolean lookedFor = clusters.isLookedFor(sent);
        Answer<OwnInvitation> found = find(token, request);
        AcceptForm form = AcceptForm.of(sent);
        if (found.isMissing()) {
            return unknown(form, List.of());
        }
        if (!found.isFound()) {
            return notSent(token, UNREAD, form, found);
        }
        Answer<List<Question>> asked = questions(found.value());
        if (!asked.isFound() && !asked.isMissing()) {
            return notSent(token, found.value(), form, asked);
        }
        List<Question> questions = asked.or(List.of());
        if (lookedFor) {
            return page(200, token, found.value(), questions, form, FormErrors.NONE);
        }
        return answered(
                token,
                request,
                questions,
                form,
                found,
                (client, address) -> client.accept(token, address, form.toAcceptance(questions)));
    }

    /** Declines. */
    @POST
    @Path("refusal")
    public RestResponse<String> decline(@PathParam("token") String token, HttpServerRequest request) {
        return answered(token, request, List.of(), null, null, (client, address) -> client.decline(token, address));
    }

    /** Has everything erased that says who was invited. From now on the address of this page opens nothing. */
    @POST
    @Path("erasure")
    public RestResponse<String> forget(@PathParam("token") String token, HttpServerRequest request) {
        String address = PersonalLinks.address(request);
        Answer<Boolean> answer = PersonalLinks.ask(
                token,
                () -> services.delegation(client -> {
                    client.forgetInvited(token, address);
                    return true;
                }));
        if (answer.isMissing()) {
            return unknown(null, List.of());
        }
        answer.orThrow();
        return HtmlPage.of(200, Templates.forgotten());
    }

    /** The form again as it was filled in, because something that is needed to send it on cannot be read. */
    private RestResponse<String> notSent(String token, OwnInvitation invitation, AcceptForm form, Answer<?> cause) {
        return cause instanceof Answer.Refused<?> refused
                ? page(
                        refused.problem().status(),
                        token,
                        invitation,
                        List.of(),
                        form,
                        form.explain(refused.problem(), List.of()))
                : page(503, token, invitation, List.of(), form, FormErrors.general(DOWN));
    }

    /**
     * Answers it.
     *
     * @param form what was sent, or null
     * @param before the invitation as it was read before the step, or null
     */
    private RestResponse<String> answered(
            String token,
            HttpServerRequest request,
            List<Question> questions,
            AcceptForm form,
            Answer<OwnInvitation> before,
            BiFunction<DelegationClient, String, OwnInvitation> step) {
        String address = PersonalLinks.address(request);
        Answer<OwnInvitation> answer =
                PersonalLinks.ask(token, () -> services.delegation(client -> step.apply(client, address)));
        if (answer.isFound()) {
            return back(token);
        }
        if (answer.isMissing()) {
            return unknown(form, questions);
        }
        Answer<OwnInvitation> now = find(token, request);
        if (now.isMissing()) {
            return unknown(form, questions);
        }
        OwnInvitation invitation = (now.isFound() || before == null ? now : before).orThrow();
        if (answer instanceof Answer.Refused<OwnInvitation> refused) {
            int status = refused.problem().formStatus();
            AcceptForm kept = form == null ? AcceptForm.of(invitation) : form;
            return page(status, token, invitation, questions, form, kept.explain(refused.problem(), questions));
        }
        return page(503, token, invitation, questions, form, FormErrors.general(DOWN));
    }

    /** What the call asks of everybody who applies; nothing for an invitation that cannot be answered any more. */
    private Answer<List<Question>> questions(OwnInvitation invitation) {
        return invitation.isOpen() ? asked(invitation) : new Answer.Found<>(List.of());
    }

    private Answer<List<Question>> asked(OwnInvitation invitation) {
        if (invitation.callId() == null) {
            return new Answer.Found<>(List.of());
        }
        return services.registration(client -> client.call(invitation.callId())).map(call -> call.questions().stream()
                .filter(Question::isAskedAtOnce)
                .toList());
    }

    private Answer<OwnInvitation> find(String token, HttpServerRequest request) {
        return PersonalLinks.ask(
                token,
                () -> services.delegation(client -> client.ownInvitation(token, PersonalLinks.address(request))));
    }

    /** @param sent what was sent, or null; an invitation that has ended has no form, so it is shown to be copied */
    private RestResponse<String> page(
            int status,
            String token,
            OwnInvitation invitation,
            List<Question> questions,
            AcceptForm sent,
            FormErrors errors) {
        AcceptForm form = sent == null ? AcceptForm.of(invitation) : sent;
        List<SignInAgain.Line> entered = sent == null || invitation.isOpen()
                ? List.of()
                : sent.lines(asked(invitation).or(questions), words::of);
        List<City> cities = services.cities().or(Page.empty()).items();
        return HtmlPage.of(status, Templates.invitation(token, invitation, cities, questions, form, entered, errors));
    }

    /** @param sent what was sent, or null */
    private RestResponse<String> unknown(AcceptForm sent, List<Question> questions) {
        return HtmlPage.of(404, Templates.unknown(sent == null ? List.of() : sent.lines(questions, words::of)));
    }

    private static RestResponse<String> back(String token) {
        return RestResponse.seeOther(
                UriBuilder.fromPath("/en/invitation/{token}").build(token));
    }

    @CheckedTemplate(basePath = "delegation")
    static class Templates {
        private Templates() {}

        /**
         * The invitation.
         *
         * @param entered what was sent and has no field any more
         */
        static native TemplateInstance invitation(
                String token,
                OwnInvitation invitation,
                List<City> cities,
                List<Question> questions,
                AcceptForm form,
                List<SignInAgain.Line> entered,
                FormErrors errors);

        static native TemplateInstance unknown(List<SignInAgain.Line> entered);

        static native TemplateInstance forgotten();
    }
}
