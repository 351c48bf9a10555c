package eu.urbact.infocus.portal.profiles;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
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
import eu.urbact.infocus.portal.shell.Shell;
import eu.urbact.infocus.portal.shell.services.Answer;
import eu.urbact.infocus.portal.shell.services.CityProfile;
import eu.urbact.infocus.portal.shell.services.Cluster;
import eu.urbact.infocus.portal.shell.services.OwnProfile;
import eu.urbact.infocus.portal.shell.services.Services;

/** The profiles of the own city's clusters. cluster-directory-service answers for the cities in the token and for no others. */
@Path("/partner/clusters")
@Authenticated
@Blocking
@Produces(MediaType.TEXT_HTML)
public class ProfileListPages {

    private final Services services;
    private final Shell shell;
    private final Clock clock;

    ProfileListPages(Services services, Shell shell, Clock clock) {
        this.services = services;
        this.shell = shell;
        this.clock = clock;
    }

    /** All profiles with what is to do, and the clusters that have none yet. */
    @GET
    public RestResponse<String> list(@QueryParam("done") String done) {
        return HtmlPage.of(200, page(NewProfileForm.blank(cities()), FormErrors.NONE, done));
    }

    /** Begins a profile. */
    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public RestResponse<String> begin(MultivaluedMap<String, String> sent) {
        String bearer = shell.getVisitor().partnerBearer();
        NewProfileForm form = NewProfileForm.of(sent);
        Answer<OwnProfile> answer =
                services.profiles(client -> client.begin(bearer, form.idempotencyKey(), form.toBeginning()));
        return answer.isFound()
                ? Onward.to("/partner/clusters/{id}", answer.value().id(), "begun")
                : ProfileRefusal.again(answer, problem -> page(form, form.explain(problem), null));
    }

    private TemplateInstance page(NewProfileForm form, FormErrors errors, String done) {
        String bearer = shell.getVisitor().partnerBearer();
        Answer<List<OwnProfile.Item>> profiles = services.profiles(client -> client.profiles(bearer));
        if (!profiles.isDown()) {
            profiles.orThrow();
        }
        Set<String> taken =
                profiles.or(List.of()).stream().map(OwnProfile.Item::id).collect(Collectors.toSet());
        List<Cluster> untaken = cities().stream()
                .map(city -> services.directory(client -> client.city(city)).map(CityProfile::clusters))
                .flatMap(clusters -> clusters.or(List.of()).stream())
                .filter(cluster -> !taken.contains(cluster.id()))
                .toList();
        return Templates.list(
                profiles, profiles.isFound() ? untaken : List.of(), cities(), form, errors, done, LocalDate.now(clock));
    }

    private List<String> cities() {
        return shell.getVisitor().cities();
    }

    @CheckedTemplate(basePath = "profiles")
    static class Templates {
        private Templates() {}

        static native TemplateInstance list(
                Answer<List<OwnProfile.Item>> profiles,
                List<Cluster> untaken,
                List<String> cities,
                NewProfileForm form,
                FormErrors errors,
                String done,
                LocalDate today);
    }
}
