package eu.urbact.infocus.portal.apply;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;

import eu.urbact.infocus.portal.shell.FormErrors;
import eu.urbact.infocus.portal.shell.Shell;
import eu.urbact.infocus.portal.shell.security.Visitor;
import eu.urbact.infocus.portal.shell.services.Answer;
import eu.urbact.infocus.portal.shell.services.Call;
import eu.urbact.infocus.portal.shell.services.City;
import eu.urbact.infocus.portal.shell.services.Page;
import eu.urbact.infocus.portal.shell.services.Question;
import eu.urbact.infocus.portal.shell.services.Seats;
import eu.urbact.infocus.portal.shell.services.Services;
import eu.urbact.infocus.portal.shell.services.Workshop;

/** The call and the pages of the form as applicants will see them, for those who write the call: the same pages, with nothing to send. */
@Path("/org/w/{slug}/call/preview")
@RolesAllowed(Visitor.ORGANISER)
@Blocking
@Produces(MediaType.TEXT_HTML)
public class PreviewPages {

    private static final String CHECK = "check";

    private final Services services;
    private final Shell shell;

    PreviewPages(Services services, Shell shell) {
        this.services = services;
        this.shell = shell;
    }

    /** The call. */
    @GET
    public TemplateInstance call(@PathParam("slug") String slug) {
        Call call = callOf(slug);
        return ApplyPages.Templates.call(
                workshop(slug),
                new Answer.Found<>(call),
                services.suggestion(client -> client.rule(bearer(), call.id())),
                services.waitingList(client -> client.rule(bearer(), call.id())),
                services.logistics(client -> client.hotelsOf(bearer(), call.id())),
                false,
                false,
                call.decidesBy(),
                true);
    }

    /** A page of the form. */
    @GET
    @Path("{page}")
    public TemplateInstance form(@PathParam("slug") String slug, @PathParam("page") String page) {
        Step step = Step.of(page).orElse(null);
        if (step == null && !page.equals(CHECK)) {
            throw new NotFoundException();
        }
        Workshop workshop = workshop(slug);
        Call call = callOf(slug);
        List<Question> asked =
                call.questions().stream().filter(Question::isAskedAtOnce).toList();
        List<City> known = services.cities().or(Page.empty()).items();
        if (step == null) {
            return FormPages.Templates.check(
                    workshop, call, ApplyForm.BLANK, null, asked, known, List.of(), false, FormErrors.NONE, true);
        }
        return switch (step) {
            case YOU -> FormPages.Templates.you(workshop, call, ApplyForm.BLANK, null, "", null, FormErrors.NONE, true);
            case TAKING_PART ->
                FormPages.Templates.part(
                        workshop,
                        call,
                        ApplyForm.BLANK,
                        known,
                        withSeats(call, known),
                        false,
                        null,
                        FormErrors.NONE,
                        true);
            case MOTIVATION ->
                FormPages.Templates.motivation(workshop, call, ApplyForm.BLANK, asked, null, FormErrors.NONE, true);
        };
    }

    /** The cities for which somebody will be able to apply: what organisers read of a call does not name them, its seats do. */
    private Answer<List<City>> withSeats(Call call, List<City> known) {
        return services.registration(client -> client.seats(bearer(), call.id()))
                .map(seats -> {
                    Set<String> codes =
                            seats.buckets().stream().map(Seats.Bucket::code).collect(Collectors.toSet());
                    return known.stream()
                            .filter(city -> codes.contains("CITY:" + city.id()))
                            .toList();
                });
    }

    private Call callOf(String slug) {
        return services.callToEdit(bearer(), slug).orElseThrow(NotFoundException::new);
    }

    private Workshop workshop(String slug) {
        return services.event(client -> client.workshop(slug, null)).orThrow();
    }

    private String bearer() {
        return shell.getVisitor().bearer();
    }
}
