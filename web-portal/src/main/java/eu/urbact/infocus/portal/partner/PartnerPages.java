package eu.urbact.infocus.portal.partner;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.Blocking;

import eu.urbact.infocus.portal.shell.Shell;
import eu.urbact.infocus.portal.shell.services.Answer;
import eu.urbact.infocus.portal.shell.services.Application;
import eu.urbact.infocus.portal.shell.services.OpenedCalls;
import eu.urbact.infocus.portal.shell.services.OwnProfile;
import eu.urbact.infocus.portal.shell.services.Page;
import eu.urbact.infocus.portal.shell.services.Services;
import eu.urbact.infocus.portal.shell.services.Workshop;
import eu.urbact.infocus.portal.shell.services.Zones;

/** A partner city's own applicants. registration-service answers for the cities in the token and for no others. */
@Path("/partner")
@Authenticated
@Blocking
@Produces(MediaType.TEXT_HTML)
public class PartnerPages {

    private static final int SIZE = 50;

    private final Services services;
    private final Shell shell;
    private final Clock clock;

    PartnerPages(Services services, Shell shell, Clock clock) {
        this.services = services;
        this.shell = shell;
        this.clock = clock;
    }

    /** The own city's applications. */
    @GET
    public TemplateInstance applications(
            @QueryParam("state") @DefaultValue("") String state, @QueryParam("page") @DefaultValue("0") int page) {
        String bearer = shell.getVisitor().partnerBearer();
        Answer<Page<Application>> applications = services.registration(
                client -> client.partnerApplications(bearer, state.isEmpty() ? null : state, Math.max(0, page), SIZE));
        if (!applications.isDown()) {
            applications.orThrow();
        }
        Zones zones = services.zonesOfCalls(
                applications.or(Page.empty()).items().stream().map(Application::callId));
        OpenedCalls opened = services.openedCalls();
        Answer<Page<Workshop>> workshops = services.event(client -> client.workshops());
        Answer<List<OwnProfile.Item>> profiles = services.profiles(client -> client.profiles(bearer));
        LocalDate today = LocalDate.now(clock);
        Answer<List<OwnProfile.Item>> toConfirm = profiles.map(all ->
                all.stream().filter(profile -> profile.isToConfirm(today)).toList());
        return Templates.applications(
                applications,
                zones,
                workshops,
                new OwnList(state, opened.calls().or(List.of())),
                opened,
                toConfirm,
                today);
    }

    /** One of them. */
    @GET
    @Path("applications/{id}")
    public TemplateInstance application(@PathParam("id") String id) {
        String bearer = shell.getVisitor().partnerBearer();
        Application application = services.registration(client -> client.partnerApplication(bearer, id))
                .orThrow();
        Zones zones = services.zonesOfCalls(Stream.ofNullable(application.callId()));
        return Templates.application(application, zones);
    }

    @CheckedTemplate(basePath = "partner")
    static class Templates {
        private Templates() {}

        static native TemplateInstance applications(
                Answer<Page<Application>> applications,
                Zones zones,
                Answer<Page<Workshop>> workshops,
                OwnList list,
                OpenedCalls opened,
                Answer<List<OwnProfile.Item>> toConfirm,
                LocalDate today);

        static native TemplateInstance application(Application application, Zones zones);
    }
}
