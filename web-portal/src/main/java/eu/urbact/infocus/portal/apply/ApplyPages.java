package eu.urbact.infocus.portal.apply;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;

import eu.urbact.infocus.portal.shell.services.AdmissionRule;
import eu.urbact.infocus.portal.shell.services.Answer;
import eu.urbact.infocus.portal.shell.services.Call;
import eu.urbact.infocus.portal.shell.services.HotelOfCall;
import eu.urbact.infocus.portal.shell.services.Services;
import eu.urbact.infocus.portal.shell.services.ShortMemory;
import eu.urbact.infocus.portal.shell.services.WaitingListRule;
import eu.urbact.infocus.portal.shell.services.Workshop;

/** The call, and the page that says the application has arrived. What is between them is in {@link FormPages}. */
@Path("/")
@Blocking
@Produces(MediaType.TEXT_HTML)
public class ApplyPages {

    private final Services services;
    private final ShortMemory memory;
    private final Clock clock;

    ApplyPages(Services services, ShortMemory memory, Clock clock) {
        this.services = services;
        this.memory = memory;
        this.clock = clock;
    }

    /** The call for participation. */
    @GET
    @Path("en/w/{slug}/call")
    public TemplateInstance call(@PathParam("slug") String slug) {
        Workshop workshop = workshop(slug);
        Answer<Call> call = services.callOf(slug);
        Answer<AdmissionRule> rule = call.isFound()
                ? services.suggestion(client -> client.rule(call.value().id()))
                : new Answer.Missing<>();
        Answer<WaitingListRule> waiting = call.isFound()
                ? services.waitingList(client -> client.rule(call.value().id()))
                : new Answer.Missing<>();
        Answer<List<HotelOfCall>> hotels = call.isFound()
                ? services.logistics(client -> client.hotelsOf(call.value().id()))
                : new Answer.Missing<>();
        return Templates.call(
                workshop,
                call,
                rule,
                waiting,
                hotels,
                call.map(this::isOver).or(false),
                call.map(one -> one.isPastDeadline(clock.instant())).or(false),
                call.isFound() ? call.value().decidesBy(clock.instant()) : null,
                false);
    }

    /** The application has arrived. The same page for everybody: whether an address is known is said by mail only. */
    @GET
    @Path("en/w/{slug}/applied")
    public TemplateInstance applied(@PathParam("slug") String slug) {
        return Templates.applied(slug, memory.workshop(slug));
    }

    private boolean isOver(Call call) {
        return call.isOver(clock.instant());
    }

    /** The call must be readable while event-service is down, so its page needs no more than the slug. */
    private Workshop workshop(String slug) {
        Answer<Workshop> workshop = services.event(client -> client.workshop(slug, null));
        return workshop.isDown() ? Fallback.workshop(slug) : workshop.orThrow();
    }

    @CheckedTemplate(basePath = "apply")
    static class Templates {
        private Templates() {}

        static native TemplateInstance call(
                Workshop workshop,
                Answer<Call> call,
                Answer<AdmissionRule> rule,
                Answer<WaitingListRule> waiting,
                Answer<List<HotelOfCall>> hotels,
                boolean over,
                boolean inTime,
                LocalDate decidesBy,
                boolean preview);

        static native TemplateInstance applied(String slug, Answer<Workshop> workshop);
    }
}
