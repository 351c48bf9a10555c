package eu.urbact.infocus.portal.logistics;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
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
import org.jboss.resteasy.reactive.RestResponse;

import eu.urbact.infocus.portal.shell.Download;
import eu.urbact.infocus.portal.shell.FormAgain;
import eu.urbact.infocus.portal.shell.FormErrors;
import eu.urbact.infocus.portal.shell.HtmlPage;
import eu.urbact.infocus.portal.shell.Onward;
import eu.urbact.infocus.portal.shell.SeenVersion;
import eu.urbact.infocus.portal.shell.Shell;
import eu.urbact.infocus.portal.shell.security.Visitor;
import eu.urbact.infocus.portal.shell.services.Answer;
import eu.urbact.infocus.portal.shell.services.Call;
import eu.urbact.infocus.portal.shell.services.Hotel;
import eu.urbact.infocus.portal.shell.services.LogisticsClient;
import eu.urbact.infocus.portal.shell.services.NewLogistics;
import eu.urbact.infocus.portal.shell.services.Page;
import eu.urbact.infocus.portal.shell.services.PickUp;
import eu.urbact.infocus.portal.shell.services.RoomConfirmation;
import eu.urbact.infocus.portal.shell.services.RoomRequest;
import eu.urbact.infocus.portal.shell.services.Services;
import eu.urbact.infocus.portal.shell.services.Workshop;
import eu.urbact.infocus.portal.shell.text.Times;

import static eu.urbact.infocus.portal.shell.Sent.given;
import static eu.urbact.infocus.portal.shell.Sent.stripped;

/** Hotels for organisers: how rooms are picked up, who waits, what is kept until when, and the list for the hotel. */
@Path("/org/w/{slug}/hotels")
@RolesAllowed(Visitor.ORGANISER)
@Blocking
public class HotelDesk {

    private static final int ALL = 200;

    /** Who waits for a room, and who has one and asks for another, the longest first. */
    private static final String WAITING = "REQUESTED";

    /** Where a page of those who wait for no decision is. */
    public record Pager(String slug, int page) {

        /** Address of another page. */
        public String href(int number) {
            return UriBuilder.fromPath("/org/w/{slug}/hotels")
                    .queryParam("page", number)
                    .fragment("others")
                    .build(slug)
                    .toString();
        }
    }

    private final Services services;
    private final Shell shell;

    HotelDesk(Services services, Shell shell) {
        this.services = services;
        this.shell = shell;
    }

    /** Pick-up, requests, hotels. */
    @GET
    @Produces(MediaType.TEXT_HTML)
    public RestResponse<String> show(
            @PathParam("slug") String slug,
            @QueryParam("page") @DefaultValue("0") int page,
            @QueryParam("done") String done) {
        return page(200, slug, Math.max(0, page), Said.NOTHING, FormErrors.NONE, done);
    }

    /** Lays down who confirms rooms. */
    @POST
    @Path("confirmation")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Produces(MediaType.TEXT_HTML)
    public RestResponse<String> confirmation(@PathParam("slug") String slug, MultivaluedMap<String, String> sent) {
        Call call = services.callOf(slug).orThrow();
        return after(
                services.logistics(client -> client.confirm(
                        bearer(),
                        call.id(),
                        SeenVersion.etag(stripped(sent, "version")),
                        new NewLogistics.Confirmation(stripped(sent, "confirmation")))),
                call,
                Said.NOTHING);
    }

    /** Confirms a room, refuses, or takes a confirmed one back. */
    @POST
    @Path("requests/{id}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Produces(MediaType.TEXT_HTML)
    public RestResponse<String> decide(
            @PathParam("slug") String slug, @PathParam("id") String id, MultivaluedMap<String, String> sent) {
        Call call = services.callOf(slug).orThrow();
        return after(
                services.logistics(client -> client.decideRoom(
                        bearer(),
                        call.id(),
                        id,
                        SeenVersion.etag(stripped(sent, "version")),
                        new NewLogistics.RoomDecision(
                                decision(stripped(sent, "decision")),
                                given(stripped(sent, "hotel")),
                                given(stripped(sent, "answer"))))),
                call,
                Said.of(id, sent));
    }

    private static String decision(String button) {
        return switch (button) {
            case "refuse" -> "REFUSE";
            case "take-back" -> "TAKE_BACK";
            default -> "CONFIRM";
        };
    }

    /** Reached by a reload, or by a sign-in on the way: starts anew. */
    @GET
    @Path("{action: confirmation|requests/.*}")
    @Produces(MediaType.TEXT_HTML)
    public RestResponse<String> again(@PathParam("slug") String slug) {
        return back(slug, null);
    }

    /** An empty form. */
    @GET
    @Path("new")
    @Produces(MediaType.TEXT_HTML)
    public RestResponse<String> add(@PathParam("slug") String slug) {
        Call call = services.callOf(slug).orThrow();
        String zone = services.logistics(client -> client.setting(bearer(), call.id()))
                .orThrow()
                .zone();
        return HtmlPage.of(
                200, Templates.hotel(call, null, HotelForm.blank(nights(slug, null), zone), FormErrors.NONE));
    }

    /** Adds a hotel. */
    @POST
    @Path("new")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Produces(MediaType.TEXT_HTML)
    public RestResponse<String> add(@PathParam("slug") String slug, MultivaluedMap<String, String> sent) {
        HotelForm form = HotelForm.of(sent);
        return save(
                slug, null, form, (client, call) -> client.addHotel(bearer(), call.id(), form.key(), form.toHotel()));
    }

    /** The form of a hotel. */
    @GET
    @Path("{id}")
    @Produces(MediaType.TEXT_HTML)
    public RestResponse<String> edit(@PathParam("slug") String slug, @PathParam("id") String id) {
        Call call = services.callOf(slug).orThrow();
        Hotel hotel = services.logistics(client -> client.hotel(bearer(), call.id(), id))
                .orThrow();
        return HtmlPage.of(200, Templates.hotel(call, id, HotelForm.of(hotel, nights(slug, hotel)), FormErrors.NONE));
    }

    /** Changes a hotel. */
    @POST
    @Path("{id}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Produces(MediaType.TEXT_HTML)
    public RestResponse<String> edit(
            @PathParam("slug") String slug, @PathParam("id") String id, MultivaluedMap<String, String> sent) {
        HotelForm form = HotelForm.of(sent);
        return save(
                slug,
                id,
                form,
                (client, call) ->
                        client.changeHotel(bearer(), call.id(), id, SeenVersion.etag(form.version()), form.toHotel()));
    }

    /** Removes a hotel that nobody has asked for. One that is gone already, by a second click or in another window, is no mistake. */
    @POST
    @Path("{id}/removal")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Produces(MediaType.TEXT_HTML)
    public RestResponse<String> remove(
            @PathParam("slug") String slug, @PathParam("id") String id, MultivaluedMap<String, String> sent) {
        Call call = services.callOf(slug).orThrow();
        Answer<Boolean> answer = services.logistics(client -> {
            client.removeHotel(bearer(), call.id(), id, SeenVersion.etag(stripped(sent, "version")));
            return true;
        });
        return answer.isMissing() ? back(slug, "saved") : after(answer, call, Said.NOTHING);
    }

    /** Reached by a reload, or by a sign-in on the way: starts anew. */
    @GET
    @Path("{id}/removal")
    @Produces(MediaType.TEXT_HTML)
    public RestResponse<String> againRemoval(@PathParam("slug") String slug) {
        return back(slug, null);
    }

    /** Who sleeps where, in all hotels; for the organisers alone. */
    @GET
    @Path("rooming-list.{format: csv|xlsx}")
    public RestResponse<byte[]> roomingList(@PathParam("slug") String slug, @PathParam("format") String format) {
        return roomingList(slug, null, format);
    }

    /** Who sleeps in one hotel, to give to it: no hotel has to do with the guests and prices of another. */
    @GET
    @Path("{id}/rooming-list.{format: csv|xlsx}")
    public RestResponse<byte[]> roomingList(
            @PathParam("slug") String slug, @PathParam("id") String id, @PathParam("format") String format) {
        Call call = services.callOf(slug).orThrow();
        byte[] table = services.logistics(client -> client.roomingList(bearer(), call.id(), id, format))
                .orThrow();
        return Download.ofPeople(table, id == null ? "rooming-list" : "rooming-list-of-one-hotel", format);
    }

    /** How the rooms are picked up, to take along. */
    @GET
    @Path("pick-up.{format: csv|xlsx}")
    public RestResponse<byte[]> pickUp(@PathParam("slug") String slug, @PathParam("format") String format) {
        Call call = services.callOf(slug).orThrow();
        byte[] table = services.logistics(client -> client.pickUpTable(bearer(), call.id(), format))
                .orThrow();
        return Download.ofPeople(table, "pick-up", format);
    }

    /** The nights that the form offers: from the one before the workshop to the one after, and those that have rooms. */
    private List<LocalDate> nights(String slug, Hotel hotel) {
        NavigableSet<LocalDate> nights = new TreeSet<>();
        Answer<Workshop> workshop = services.event(client -> client.workshop(slug, bearer()));
        if (workshop.isFound()
                && workshop.value().startsAt() != null
                && workshop.value().endsAt() != null) {
            ZoneId zone = ZoneId.of(workshop.value().zone());
            LocalDate first = workshop.value().startsAt().atZone(zone).toLocalDate();
            LocalDate last =
                    Times.lastDay(workshop.value().startsAt(), workshop.value().endsAt(), zone);
            first.minusDays(1).datesUntil(last.plusDays(1)).forEach(nights::add);
        }
        if (hotel != null) {
            hotel.nights().forEach(night -> nights.add(night.night()));
        }
        return List.copyOf(nights);
    }

    private RestResponse<String> save(
            String slug, String id, HotelForm form, BiFunction<LogisticsClient, Call, Hotel> step) {
        Call call = services.callOf(slug).orThrow();
        FormErrors wrong = form.check();
        if (wrong.isPresent()) {
            return HtmlPage.of(422, Templates.hotel(call, id, form, wrong));
        }
        Answer<Hotel> answer = services.logistics(client -> step.apply(client, call));
        if (answer.isFound()) {
            return back(slug, "saved");
        }
        if (answer.isMissing() && id != null) {
            return HtmlPage.of(409, Templates.hotel(call, null, form.anew(), DeskAnswers.removed(form.name())));
        }
        FormErrors refusal = DeskAnswers.errors(answer, HotelForm::field, call.zone());
        // whoever saves again has seen what they replace
        Answer<HotelForm> now = answer.isStale()
                ? services.logistics(client -> client.hotel(bearer(), call.id(), id))
                        .map(hotel -> HotelForm.of(hotel, nights(slug, hotel)))
                : new Answer.Missing<>();
        HotelForm again = now.map(form::on).or(form);
        return HtmlPage.of(
                FormAgain.status(answer),
                Templates.hotel(
                        call,
                        id,
                        again,
                        now.map(saved -> again.meanwhile(saved).after(refusal)).or(refusal)));
    }

    private RestResponse<String> after(Answer<?> answer, Call call, Said said) {
        return answer.isFound()
                ? back(call.workshopSlug(), "saved")
                : page(
                        FormAgain.status(answer),
                        call.workshopSlug(),
                        0,
                        said,
                        DeskAnswers.errors(answer, said::field, call.zone()),
                        null);
    }

    private RestResponse<String> page(int status, String slug, int number, Said said, FormErrors errors, String done) {
        Call call = services.callOf(slug).orThrow();
        List<Hotel> hotels =
                services.logistics(client -> client.hotels(bearer(), call.id())).orThrow();
        Answer<PickUp> pickUp = services.logistics(client -> client.pickUp(bearer(), call.id()));
        Answer<Page<RoomRequest>> open =
                services.logistics(client -> client.roomRequests(bearer(), call.id(), WAITING, 0, ALL));
        Answer<Page<RoomRequest>> others = services.logistics(
                        client -> client.roomRequests(bearer(), call.id(), null, number, ALL))
                .map(HotelDesk::decided);
        Answer<RoomConfirmation> confirmation = services.logistics(client -> client.confirmation(bearer(), call.id()));
        return HtmlPage.of(
                status,
                Templates.hotels(
                        call,
                        hotels,
                        pickUp,
                        open,
                        others,
                        new Pager(slug, number),
                        confirmation,
                        RoomsWaitedFor.of(hotels, pickUp, open),
                        said.among(id -> Stream.of(open, others)
                                .flatMap(answer -> answer.or(Page.empty()).items().stream())
                                .anyMatch(request -> (request.isOpen() || request.isSettled())
                                        && request.id().equals(id))),
                        errors,
                        done));
    }

    /**
     * Those that wait for no decision. Whoever has cancelled, or does not come any more, has nothing that could be decided and is left
     * out; the page is the service's, and has fewer on it then.
     */
    private static Page<RoomRequest> decided(Page<RoomRequest> all) {
        List<RoomRequest> decided = all.items().stream()
                .filter(request -> !request.isCancelled() && !request.isOpen())
                .toList();
        return new Page<>(decided, all.page(), all.size(), all.total());
    }

    private static RestResponse<String> back(String slug, String done) {
        return Onward.to("/org/w/{slug}/hotels", slug, done);
    }

    private String bearer() {
        return shell.getVisitor().bearer();
    }

    @CheckedTemplate(basePath = "logistics")
    static class Templates {
        private Templates() {}

        static native TemplateInstance hotels(
                Call call,
                List<Hotel> hotels,
                Answer<PickUp> pickUp,
                Answer<Page<RoomRequest>> open,
                Answer<Page<RoomRequest>> others,
                Pager pager,
                Answer<RoomConfirmation> confirmation,
                RoomsWaitedFor waitedFor,
                Said said,
                FormErrors errors,
                String done);

        static native TemplateInstance hotel(Call call, String id, HotelForm form, FormErrors errors);
    }
}
