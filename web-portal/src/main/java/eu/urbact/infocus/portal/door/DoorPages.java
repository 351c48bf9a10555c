package eu.urbact.infocus.portal.door;

import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
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
import org.jboss.resteasy.reactive.RestResponse;

import eu.urbact.infocus.portal.shell.FormErrors;
import eu.urbact.infocus.portal.shell.HtmlPage;
import eu.urbact.infocus.portal.shell.Shell;
import eu.urbact.infocus.portal.shell.security.Visitor;
import eu.urbact.infocus.portal.shell.services.Answer;
import eu.urbact.infocus.portal.shell.services.Attendee;
import eu.urbact.infocus.portal.shell.services.Call;
import eu.urbact.infocus.portal.shell.services.CheckedIn;
import eu.urbact.infocus.portal.shell.services.City;
import eu.urbact.infocus.portal.shell.services.DoorClient;
import eu.urbact.infocus.portal.shell.services.DoorDay;
import eu.urbact.infocus.portal.shell.services.DoorTicket;
import eu.urbact.infocus.portal.shell.services.NewCheckIn;
import eu.urbact.infocus.portal.shell.services.OpenedCalls;
import eu.urbact.infocus.portal.shell.services.Page;
import eu.urbact.infocus.portal.shell.services.Problem;
import eu.urbact.infocus.portal.shell.services.Services;
import eu.urbact.infocus.portal.shell.services.WalkIn;
import eu.urbact.infocus.portal.shell.services.WalkedIn;
import eu.urbact.infocus.portal.shell.services.Workshop;
import eu.urbact.infocus.portal.shell.text.Lengths;

/**
 * Letting people in. Each click answers with the page itself instead of leading to it: names stand in no address, and sending the click
 * again changes nothing, because registration-service lets a person in once a day.
 */
@Path("/desk")
@RolesAllowed({Visitor.DESK, Visitor.ORGANISER})
@Blocking
@Produces(MediaType.TEXT_HTML)
public class DoorPages {

    private static final Map<String, String> LABELS = Map.of(
            "givenName", "Given name", "familyName", "Family name", "organisation", "Organisation", "cityId", "City");

    private static final int FOUND = 20;

    /** Also who has no place, so that they are let in as who they are. */
    private static final String EVERYBODY = "anybody";

    /** What a scanner types: the address on a ticket, or the token alone, which is longer than any name. */
    private static final Pattern TICKET = Pattern.compile("\\S*/desk/t/[A-Za-z0-9_-]{1,200}|[A-Za-z0-9_-]{45,60}");

    /** As many characters as a name is looked up by; what a scanner types beyond is a code from elsewhere. */
    private static final int LONGEST = 100;

    /** As many as the address on a ticket may have. */
    private static final int LONGEST_TICKET = 400;

    private final Services services;
    private final Shell shell;

    DoorPages(Services services, Shell shell) {
        this.services = services;
        this.shell = shell;
    }

    /** Workshops. Without a call that has been opened nobody can come. */
    @GET
    public TemplateInstance overview() {
        return Templates.overview(services.event(client -> client.workshops()), services.openedCalls());
    }

    /** The days of one. */
    @GET
    @Path("w/{slug}")
    public TemplateInstance days(@PathParam("slug") String slug) {
        Call call = services.callOf(slug).orThrow();
        return Templates.days(call, days(call));
    }

    /** The door on one day. */
    @GET
    @Path("w/{slug}/{date}")
    public RestResponse<String> day(@PathParam("slug") String slug, @PathParam("date") String date) {
        return page(200, slug, date, "", Happened.NOTHING, FormErrors.NONE, WalkInForm.blank());
    }

    /** Finds people by name or organisation; what a scanner has typed lets its owner in at once. */
    @POST
    @Path("w/{slug}/{date}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public RestResponse<String> search(
            @PathParam("slug") String slug,
            @PathParam("date") String date,
            @FormParam("q") @DefaultValue("") String q) {
        String searched = q.strip();
        if (searched.length() > LONGEST_TICKET || (searched.length() > LONGEST && !isTicket(searched))) {
            return noTicket(slug, date, searched);
        }
        return isTicket(searched)
                ? checkIn(slug, date, new NewCheckIn(null, searched))
                : page(200, slug, date, searched, Happened.NOTHING, FormErrors.NONE, WalkInForm.blank());
    }

    /** Where a sign-in that was asked for in the middle of something comes back to. */
    @GET
    @Path("w/{slug}/{date}/{action: check-ins|undo|walk-ins|walk-in-undo}")
    public RestResponse<String> afterSignIn(@PathParam("slug") String slug, @PathParam("date") String date) {
        return RestResponse.seeOther(
                UriBuilder.fromPath("/desk/w/{slug}/{date}").build(slug, date));
    }

    /** Lets somebody in. */
    @POST
    @Path("w/{slug}/{date}/check-ins")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public RestResponse<String> checkIn(
            @PathParam("slug") String slug,
            @PathParam("date") String date,
            @FormParam("person") @DefaultValue("") String person) {
        return checkIn(slug, date, new NewCheckIn(person, null));
    }

    /** Takes a check-in back. */
    @POST
    @Path("w/{slug}/{date}/undo")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public RestResponse<String> undo(
            @PathParam("slug") String slug,
            @PathParam("date") String date,
            @FormParam("person") @DefaultValue("") String person) {
        return takenBack(slug, date, "undone", (client, call) -> client.undoCheckIn(bearer(), call.id(), date, person));
    }

    /** Lets somebody in who has no place. */
    @POST
    @Path("w/{slug}/{date}/walk-ins")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public RestResponse<String> walkIn(
            @PathParam("slug") String slug, @PathParam("date") String date, MultivaluedMap<String, String> sent) {
        WalkInForm form = WalkInForm.of(sent);
        Call call = services.callOf(slug).orThrow();
        Answer<WalkedIn> answer = services.door(
                client -> client.recordWalkIn(bearer(), call.id(), date, form.idempotencyKey(), form.toWalkIn()));
        return shown(answer.map(Happened::of), slug, date, form);
    }

    /** Takes a walk-in back. */
    @POST
    @Path("w/{slug}/{date}/walk-in-undo")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public RestResponse<String> undoWalkIn(
            @PathParam("slug") String slug,
            @PathParam("date") String date,
            @FormParam("walkIn") @DefaultValue("") String walkIn) {
        return takenBack(
                slug, date, "walkin-undone", (client, call) -> client.undoWalkIn(bearer(), call.id(), date, walkIn));
    }

    /** What a phone's camera opens: the person behind a ticket, and one button for today. */
    @GET
    @Path("t/{token}")
    public RestResponse<String> ticket(@PathParam("token") String token) {
        return ticket(200, token, Happened.NOTHING, FormErrors.NONE);
    }

    /** Lets the person behind a ticket in. */
    @POST
    @Path("t/{token}")
    public RestResponse<String> checkInByTicket(@PathParam("token") String token) {
        Answer<DoorTicket> found = find(token);
        if (!found.isFound() || found.value().today() == null) {
            return ticket(token);
        }
        DoorTicket ticket = found.value();
        Answer<CheckedIn> answer = services.door(client -> client.checkIn(
                bearer(), ticket.callId(), ticket.today().date().toString(), new NewCheckIn(null, token)));
        if (answer.isFound()) {
            return ticket(200, token, Happened.of(answer.value()), FormErrors.NONE);
        }
        return ticket(status(answer), token, Happened.NOTHING, errors(answer, WalkInForm.blank()));
    }

    private RestResponse<String> ticket(int status, String token, Happened happened, FormErrors errors) {
        Answer<DoorTicket> ticket = find(token);
        if (ticket.isMissing()) {
            return HtmlPage.of(404, Templates.noTicket());
        }
        return HtmlPage.of(
                status, Templates.ticket(token, ticket.orThrow(), cities(), happened, errors, WalkInForm.blank()));
    }

    private Answer<DoorTicket> find(String token) {
        return TICKET.matcher(token).matches()
                ? services.door(client -> client.ticket(bearer(), token))
                : new Answer.Missing<>();
    }

    private RestResponse<String> checkIn(String slug, String date, NewCheckIn who) {
        Call call = services.callOf(slug).orThrow();
        Answer<CheckedIn> answer = services.door(client -> client.checkIn(bearer(), call.id(), date, who));
        if (answer.isMissing() && who.ticket() != null) {
            return noTicket(slug, date, who.ticket());
        }
        return shown(answer.map(Happened::of), slug, date, WalkInForm.blank());
    }

    private static boolean isTicket(String text) {
        return TICKET.matcher(text).matches();
    }

    /** The code stays in its field; nobody is looked up by it. */
    private RestResponse<String> noTicket(String slug, String date, String code) {
        return page(
                404,
                slug,
                date,
                code,
                "",
                Happened.NOTHING,
                new FormErrors(List.of(new FormErrors.Entry(
                        "q", "This code is no ticket of this workshop. Search for the name instead."))),
                WalkInForm.blank());
    }

    private RestResponse<String> takenBack(String slug, String date, String what, BiConsumer<DoorClient, Call> undo) {
        Call call = services.callOf(slug).orThrow();
        Answer<Happened> answer = services.door(client -> {
            undo.accept(client, call);
            return Happened.undone(what);
        });
        return shown(answer, slug, date, WalkInForm.blank());
    }

    /** The door with what came of a click; a refusal keeps the input. */
    private RestResponse<String> shown(Answer<Happened> answer, String slug, String date, WalkInForm form) {
        if (answer.isFound()) {
            return page(200, slug, date, "", answer.value(), FormErrors.NONE, WalkInForm.blank());
        }
        if (answer.isMissing()) {
            throw new NotFoundException();
        }
        return page(
                status(answer),
                slug,
                date,
                form.known(answer, LONGEST),
                Happened.NOTHING,
                errors(answer, form),
                form.again(answer));
    }

    private static int status(Answer<?> answer) {
        return answer instanceof Answer.Refused<?> refused ? refused.problem().status() : 503;
    }

    private static FormErrors errors(Answer<?> answer, WalkInForm form) {
        if (!(answer instanceof Answer.Refused<?> refused)) {
            return FormErrors.general(
                    "It was not confirmed, because registration does not answer. Press the button again: nothing is counted twice.");
        }
        Problem problem = refused.problem();
        if (problem.status() == 401 || problem.status() == 403) {
            answer.orThrow();
        }
        if (problem.errors().isEmpty()) {
            return FormErrors.general(problem.sentence().isBlank() ? "It was refused." : problem.sentence());
        }
        return new FormErrors(problem.errors().stream()
                .map(error -> {
                    String field = FormErrors.field(error.field());
                    return new FormErrors.Entry(
                            LABELS.containsKey(field) ? field : "",
                            Lengths.plain(LABELS.getOrDefault(field, ""), error.message(), value(field, form)));
                })
                .toList());
    }

    private static String value(String field, WalkInForm form) {
        return switch (field) {
            case "givenName" -> form.givenName();
            case "familyName" -> form.familyName();
            case "organisation" -> form.organisation();
            default -> "";
        };
    }

    private RestResponse<String> page(
            int status, String slug, String date, String q, Happened happened, FormErrors errors, WalkInForm form) {
        return page(status, slug, date, q, q, happened, errors, form);
    }

    /**
     * The door.
     *
     * @param typed what stands in the field to search, which need not have been searched for
     * @param q what is searched for; empty for nothing
     */
    private RestResponse<String> page(
            int status,
            String slug,
            String date,
            String typed,
            String q,
            Happened happened,
            FormErrors errors,
            WalkInForm form) {
        Call call = services.callOf(slug).orThrow();
        DoorDay day = days(call).stream()
                .filter(one -> one.date().toString().equals(date))
                .findFirst()
                .orElse(null);
        if (day == null && happened.isPresent()) {
            // the last one was taken back on a day that is none of the workshop's any more
            return RestResponse.seeOther(UriBuilder.fromPath("/desk/w/{slug}").build(slug));
        }
        if (day == null) {
            throw new NotFoundException();
        }
        Page<Attendee> people = q.isEmpty()
                ? Page.empty()
                : services.door(client -> client.people(bearer(), call.id(), date, q, EVERYBODY, FOUND))
                        .orThrow();
        Answer<List<WalkIn>> walkIns = services.door(client -> client.walkIns(bearer(), call.id(), date));
        List<City> cities = cities();
        return HtmlPage.of(
                status,
                Templates.day(
                        call,
                        "/desk/w/" + slug + "/" + date,
                        day,
                        typed,
                        q,
                        people,
                        walkIns,
                        cities,
                        call.citiesOf(cities),
                        happened,
                        errors,
                        form));
    }

    private List<DoorDay> days(Call call) {
        return services.door(client -> client.days(bearer(), call.id())).orThrow();
    }

    private List<City> cities() {
        return services.cities().or(Page.empty()).items();
    }

    private String bearer() {
        return shell.getVisitor().bearer();
    }

    @CheckedTemplate(basePath = "door")
    static class Templates {
        private Templates() {}

        static native TemplateInstance overview(Answer<Page<Workshop>> workshops, OpenedCalls opened);

        static native TemplateInstance days(Call call, List<DoorDay> days);

        static native TemplateInstance day(
                Call call,
                String base,
                DoorDay day,
                String typed,
                String q,
                Page<Attendee> people,
                Answer<List<WalkIn>> walkIns,
                List<City> cities,
                List<City> offered,
                Happened happened,
                FormErrors errors,
                WalkInForm form);

        static native TemplateInstance ticket(
                String token,
                DoorTicket ticket,
                List<City> cities,
                Happened happened,
                FormErrors errors,
                WalkInForm form);

        static native TemplateInstance noTicket();
    }
}
