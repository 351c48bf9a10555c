package eu.urbact.infocus.portal.profiles;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
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

import eu.urbact.infocus.portal.shell.FormErrors;
import eu.urbact.infocus.portal.shell.HtmlPage;
import eu.urbact.infocus.portal.shell.Onward;
import eu.urbact.infocus.portal.shell.SeenVersion;
import eu.urbact.infocus.portal.shell.Shell;
import eu.urbact.infocus.portal.shell.security.SignInAgain;
import eu.urbact.infocus.portal.shell.services.Answer;
import eu.urbact.infocus.portal.shell.services.Cluster;
import eu.urbact.infocus.portal.shell.services.Offer;
import eu.urbact.infocus.portal.shell.services.Services;

/** What a cluster of the own city offers and needs. It is public at once, so it is written only for clusters of the directory. */
@Path("/partner/clusters/{id: [a-z0-9-]{1,60}}/offers")
@Authenticated
@Blocking
@Produces(MediaType.TEXT_HTML)
public class OfferPages {

    private static final String OVERTAKEN =
            "Somebody else has changed it in the meantime. Nothing of yours was saved yet. Compare it with the list; if you save"
                    + " again, yours counts.";

    private final Services services;
    private final Shell shell;
    private final Clock clock;

    OfferPages(Services services, Shell shell, Clock clock) {
        this.services = services;
        this.shell = shell;
        this.clock = clock;
    }

    /** All offers and needs, the expired included, and a form for one more; or for the one that is to be changed. */
    @GET
    public TemplateInstance show(
            @PathParam("id") String id, @QueryParam("done") String done, @QueryParam("offer") String offer) {
        List<Offer.Own> offers = offers(id);
        OfferForm form = offer == null
                ? OfferForm.blank(LocalDate.now(clock))
                : offers.stream()
                        .filter(one -> one.id().equals(offer))
                        .map(OfferForm::of)
                        .findFirst()
                        .orElseThrow(NotFoundException::new);
        return page(id, offers, form, FormErrors.NONE, done);
    }

    /** Adds, changes or takes back. */
    @POST
    @PermitAll
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public RestResponse<String> save(@PathParam("id") String id, MultivaluedMap<String, String> sent) {
        if (!shell.getVisitor().isSignedIn()) {
            // what was written while the session ended is not lost; the role is checked before anything is asked of a
            // service
            return SignInAgain.page(
                    shell.getPath(),
                    sent,
                    List.of(new SignInAgain.Line("Text", OfferForm.of(sent).text())));
        }
        String bearer = shell.getVisitor().partnerBearer();
        OfferForm form = OfferForm.of(sent);
        String etag = SeenVersion.etag(form.version());
        if (Objects.equals(sent.getFirst("go"), "remove")) {
            Answer<Boolean> answer = services.profiles(client -> {
                client.removeOffer(bearer, id, form.id(), etag);
                return true;
            });
            return answer.isFound()
                    ? to(id, "removed")
                    : ProfileRefusal.again(
                            answer,
                            problem -> page(
                                    id,
                                    offers(id),
                                    OfferForm.blank(LocalDate.now(clock)),
                                    problem.status() == 412
                                            ? FormErrors.general(
                                                    "Somebody else has changed it in the meantime. It was not taken back.")
                                            : form.explain(problem),
                                    null));
        }
        FormErrors errors = form.check();
        if (errors.isPresent()) {
            return HtmlPage.of(422, page(id, offers(id), form, errors, null));
        }
        Answer<Offer.Own> answer = services.profiles(client -> form.id().isEmpty()
                ? client.addOffer(bearer, id, form.idempotencyKey(), form.toOffer())
                : client.changeOffer(bearer, id, form.id(), etag, form.toOffer()));
        return answer.isFound()
                ? to(id, form.id().isEmpty() ? "added" : "changed")
                : ProfileRefusal.again(answer, problem -> {
                    List<Offer.Own> now = offers(id);
                    return problem.status() == 412
                            ? page(id, now, form.on(now), FormErrors.general(OVERTAKEN), null)
                            : page(id, now, form, form.explain(problem), null);
                });
    }

    private TemplateInstance page(String id, List<Offer.Own> offers, OfferForm form, FormErrors errors, String done) {
        Cluster cluster = services.directory(client -> client.cluster(id)).orThrow();
        List<Group> competences = services.profiles(client -> client.competences())
                .map(whole -> Group.ofCompetences(whole.items()))
                .orThrow();
        List<Group> activities = services.profiles(client -> client.naceSections())
                .map(whole -> Group.ofSections(whole.items()))
                .orThrow();
        return Templates.offers(cluster, offers, competences, activities, form, errors, done);
    }

    private List<Offer.Own> offers(String id) {
        String bearer = shell.getVisitor().partnerBearer();
        return services.profiles(client -> client.ownOffers(bearer, id)).orThrow();
    }

    private static RestResponse<String> to(String id, String done) {
        return Onward.to("/partner/clusters/{id}/offers", id, done);
    }

    @CheckedTemplate(basePath = "profiles")
    static class Templates {
        private Templates() {}

        static native TemplateInstance offers(
                Cluster cluster,
                List<Offer.Own> offers,
                List<Group> competences,
                List<Group> activities,
                OfferForm form,
                FormErrors errors,
                String done);
    }
}
