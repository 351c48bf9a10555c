package eu.urbact.infocus.portal.meeting;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.UriBuilder;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import io.vertx.core.http.HttpServerRequest;
import org.jboss.resteasy.reactive.RestResponse;

import eu.urbact.infocus.portal.shell.FormErrors;
import eu.urbact.infocus.portal.shell.HtmlPage;
import eu.urbact.infocus.portal.shell.PersonalLinks;
import eu.urbact.infocus.portal.shell.SeenVersion;
import eu.urbact.infocus.portal.shell.services.Answer;
import eu.urbact.infocus.portal.shell.services.Coding;
import eu.urbact.infocus.portal.shell.services.OwnMeetingWishes;
import eu.urbact.infocus.portal.shell.services.Problem;
import eu.urbact.infocus.portal.shell.services.ProfileClient;
import eu.urbact.infocus.portal.shell.services.Services;

/**
 * What a person with a place offers and looks for at the meetings, if they want to say so. The token in the address is the only key, and
 * goes on as a header. Whatever is refused, what was ticked is kept.
 */
@Path("/en/my/{token}/meetings")
@Blocking
@Produces(MediaType.TEXT_HTML)
public class OwnMeetingPages {

    private static final String DOWN =
            "It was not saved, because our registration does not answer at the moment. Nothing you ticked is lost: please"
                    + " send it again in a few minutes.";
    private static final String LISTS_DOWN =
            "It was not saved, because the lists to choose from cannot be shown at the moment. What you ticked is kept, even if"
                    + " you do not see it here: please send it again in a few minutes.";
    private static final String STALE =
            "What you offer and look for has been changed since you opened this page, perhaps by you in another window. Nothing"
                    + " is saved yet. What you ticked is kept below: look at it and send it again.";

    private final Services services;

    OwnMeetingPages(Services services) {
        this.services = services;
    }

    /** The form with what has been said so far, or why there is none. */
    @GET
    public RestResponse<String> show(
            @PathParam("token") String token, @QueryParam("done") String done, HttpServerRequest request) {
        Answer<OwnMeetingWishes> own = find(token, request);
        if (!isOpen(own)) {
            return closed(token, own, null);
        }
        Vocabulary vocabulary = vocabulary().orThrow();
        return HtmlPage.of(
                200, Templates.own(token, own.value(), filled(own.value()), vocabulary, done, FormErrors.NONE));
    }

    /** Keeps it. */
    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public RestResponse<String> state(
            @PathParam("token") String token, MultivaluedMap<String, String> sent, HttpServerRequest request) {
        WishesForm form = WishesForm.of(sent);
        Answer<OwnMeetingWishes> own = find(token, request);
        if (!isOpen(own)) {
            return closed(token, own, form);
        }
        Answer<Vocabulary> lists = vocabulary();
        if (!lists.isFound()) {
            return form(503, token, own.value(), form, null, FormErrors.general(LISTS_DOWN));
        }
        FormErrors errors = form.checkOwn(lists.value());
        if (errors.isPresent()) {
            return form(422, token, own.value(), form, lists.value(), errors);
        }
        Answer<OwnMeetingWishes> kept = services.selfService(client -> client.stateMeetingWishes(
                token, PersonalLinks.address(request), SeenVersion.etag(form.etag()), form.stated()));
        if (kept.isFound()) {
            return RestResponse.seeOther(UriBuilder.fromPath("/en/my/{token}/meetings")
                    .queryParam("done", "saved")
                    .build(token));
        }
        if (kept.isDown()) {
            return form(503, token, own.value(), form, lists.value(), FormErrors.general(DOWN));
        }
        Answer<OwnMeetingWishes> now = find(token, request);
        if (!isOpen(now)) {
            return closed(token, now, form);
        }
        int status = kept instanceof Answer.Refused<OwnMeetingWishes> refused
                ? refused.problem().status()
                : 422;
        return status == 412 || status == 428
                ? form(412, token, now.value(), form.on(etag(now.value())), lists.value(), FormErrors.general(STALE))
                : form(422, token, now.value(), form, lists.value(), refusal(kept));
    }

    private static FormErrors refusal(Answer<OwnMeetingWishes> kept) {
        String sentence = kept instanceof Answer.Refused<OwnMeetingWishes> refused
                ? refused.problem().sentence()
                : "";
        return FormErrors.general(sentence.isBlank() ? "It was refused." : sentence);
    }

    private static RestResponse<String> form(
            int status, String token, OwnMeetingWishes own, WishesForm form, Vocabulary vocabulary, FormErrors errors) {
        return HtmlPage.of(status, Templates.own(token, own, form, vocabulary, null, errors));
    }

    private static boolean isOpen(Answer<OwnMeetingWishes> own) {
        return own.isFound() && !own.value().fixed();
    }

    /** Why nothing can be said here, with what was sent, so that it can be copied. */
    private RestResponse<String> closed(String token, Answer<OwnMeetingWishes> own, WishesForm form) {
        if (own.isMissing()) {
            return PersonalLinks.unknown();
        }
        if (own instanceof Answer.Refused<OwnMeetingWishes> refused
                && !refused.problem().isSlowedDown()) {
            return HtmlPage.of(refused.problem().status(), Templates.notAsked(token, refused.problem()));
        }
        OwnMeetingWishes wishes = own.orThrow();
        Set<String> entered = new TreeSet<>();
        if (form != null) {
            Stream.of(form.offers(), form.needs()).forEach(entered::addAll);
        }
        List<String> labels = entered.isEmpty()
                ? List.of()
                : vocabulary().map(lists -> lists.labels(entered)).or(List.of());
        return HtmlPage.of(409, Templates.tooLate(token, wishes, form != null, labels));
    }

    private Answer<Vocabulary> vocabulary() {
        Answer<Coding.Whole<Coding.Competence>> competences = services.profiles(ProfileClient::competences);
        Answer<Coding.Whole<Coding.Section>> activities = services.profiles(ProfileClient::naceSections);
        return competences.isFound() && activities.isFound()
                ? new Answer.Found<>(new Vocabulary(
                        competences.value().items(), activities.value().items()))
                : new Answer.Down<>();
    }

    private Answer<OwnMeetingWishes> find(String token, HttpServerRequest request) {
        return PersonalLinks.ask(
                token,
                () -> services.selfService(client -> client.meetingWishes(token, PersonalLinks.address(request))));
    }

    private static WishesForm filled(OwnMeetingWishes own) {
        return new WishesForm(codes(own.offers()), codes(own.needs()), etag(own));
    }

    private static Set<String> codes(OwnMeetingWishes.Topics topics) {
        Set<String> codes = new TreeSet<>(topics.competences());
        codes.addAll(topics.activities());
        return codes;
    }

    private static String etag(OwnMeetingWishes own) {
        return SeenVersion.etag(String.valueOf(own.version()));
    }

    @CheckedTemplate(basePath = "meeting")
    static class Templates {
        private Templates() {}

        static native TemplateInstance own(
                String token,
                OwnMeetingWishes own,
                WishesForm form,
                Vocabulary vocabulary,
                String done,
                FormErrors errors);

        static native TemplateInstance tooLate(String token, OwnMeetingWishes own, boolean sent, List<String> entered);

        static native TemplateInstance notAsked(String token, Problem problem);
    }
}
