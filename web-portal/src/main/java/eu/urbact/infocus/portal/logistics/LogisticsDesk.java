package eu.urbact.infocus.portal.logistics;

import java.util.List;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;

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
import eu.urbact.infocus.portal.shell.services.ChangeRequest;
import eu.urbact.infocus.portal.shell.services.City;
import eu.urbact.infocus.portal.shell.services.Headcounts;
import eu.urbact.infocus.portal.shell.services.LogisticsClient;
import eu.urbact.infocus.portal.shell.services.LogisticsOption;
import eu.urbact.infocus.portal.shell.services.LogisticsSetting;
import eu.urbact.infocus.portal.shell.services.NewLogistics;
import eu.urbact.infocus.portal.shell.services.OptionPeople;
import eu.urbact.infocus.portal.shell.services.Page;
import eu.urbact.infocus.portal.shell.services.Services;

import static eu.urbact.infocus.portal.shell.Sent.given;
import static eu.urbact.infocus.portal.shell.Sent.stripped;

/** What kitchens, venues and buses must be ready for: numbers for organisers, options to edit, requests to answer. */
@Path("/org/w/{slug}/logistics")
@RolesAllowed(Visitor.ORGANISER)
@Blocking
@Produces(MediaType.TEXT_HTML)
public class LogisticsDesk {

    private static final int ALL = 200;

    private final Services services;
    private final Shell shell;

    LogisticsDesk(Services services, Shell shell) {
        this.services = services;
        this.shell = shell;
    }

    /** Numbers, options, requests. Printed, it is the sheet for the caterer, without anybody's name or words. */
    @GET
    public RestResponse<String> show(@PathParam("slug") String slug, @QueryParam("done") String done) {
        return page(200, slug, null, Said.NOTHING, FormErrors.NONE, done);
    }

    /** Lays down until when people change their places themselves. */
    @POST
    @Path("freeze")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public RestResponse<String> freeze(@PathParam("slug") String slug, MultivaluedMap<String, String> sent) {
        FreezeForm form = FreezeForm.of(sent);
        FormErrors wrong = form.check();
        if (wrong.isPresent()) {
            return page(422, slug, form, Said.NOTHING, wrong, null);
        }
        Call call = services.callOf(slug).orThrow();
        Answer<LogisticsSetting> answer = services.logistics(
                client -> client.freeze(bearer(), call.id(), SeenVersion.etag(form.version()), form.toFreeze()));
        return after(answer, call, form, Said.NOTHING, path -> "freezeDate");
    }

    /** Answers a request for other places. */
    @POST
    @Path("changes/{id}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public RestResponse<String> decide(
            @PathParam("slug") String slug, @PathParam("id") String id, MultivaluedMap<String, String> sent) {
        Call call = services.callOf(slug).orThrow();
        Answer<ChangeRequest> answer = services.logistics(client -> client.decideChange(
                bearer(),
                call.id(),
                id,
                SeenVersion.etag(stripped(sent, "version")),
                new NewLogistics.ChangeDecision(
                        "accept".equals(sent.getFirst("decision")), given(stripped(sent, "answer")))));
        Said said = Said.of(id, sent);
        return after(answer, call, null, said, said::field);
    }

    /** Reached by a reload, or by a sign-in on the way: starts anew. */
    @GET
    @Path("{action: freeze|changes/.*}")
    public RestResponse<String> again(@PathParam("slug") String slug) {
        return back(slug, null);
    }

    /** An empty form. */
    @GET
    @Path("options/new")
    public RestResponse<String> add(@PathParam("slug") String slug) {
        Call call = services.callOf(slug).orThrow();
        String zone = services.logistics(client -> client.setting(bearer(), call.id()))
                .orThrow()
                .zone();
        return HtmlPage.of(200, Templates.option(call, null, OptionForm.blank(zone), FormErrors.NONE));
    }

    /** Adds an option. */
    @POST
    @Path("options/new")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public RestResponse<String> add(@PathParam("slug") String slug, MultivaluedMap<String, String> sent) {
        OptionForm form = OptionForm.of(sent);
        return save(
                slug, null, form, (client, call) -> client.addOption(bearer(), call.id(), form.key(), form.toOption()));
    }

    /** The form of an option. */
    @GET
    @Path("options/{id}")
    public RestResponse<String> edit(@PathParam("slug") String slug, @PathParam("id") String id) {
        Call call = services.callOf(slug).orThrow();
        LogisticsOption option = services.logistics(client -> client.option(bearer(), call.id(), id))
                .orThrow();
        return HtmlPage.of(200, Templates.option(call, id, OptionForm.of(option), FormErrors.NONE));
    }

    /** Changes an option. */
    @POST
    @Path("options/{id}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public RestResponse<String> edit(
            @PathParam("slug") String slug, @PathParam("id") String id, MultivaluedMap<String, String> sent) {
        OptionForm form = OptionForm.of(sent);
        return save(
                slug,
                id,
                form,
                (client, call) -> client.changeOption(
                        bearer(), call.id(), id, SeenVersion.etag(form.version()), form.toOption()));
    }

    /** Removes an option that nobody has chosen. One that is gone already is no mistake. */
    @POST
    @Path("options/{id}/removal")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public RestResponse<String> remove(
            @PathParam("slug") String slug, @PathParam("id") String id, MultivaluedMap<String, String> sent) {
        Call call = services.callOf(slug).orThrow();
        Answer<Boolean> answer = services.logistics(client -> {
            client.removeOption(bearer(), call.id(), id, SeenVersion.etag(stripped(sent, "version")));
            return true;
        });
        // gone already, by a second click or in another window
        return answer.isMissing() ? back(slug, "saved") : after(answer, call, null, Said.NOTHING, path -> "");
    }

    /** Reached by a reload, or by a sign-in on the way: starts anew. */
    @GET
    @Path("options/{id}/removal")
    public RestResponse<String> againRemoval(@PathParam("slug") String slug) {
        return back(slug, null);
    }

    /** Who comes along, by name. */
    @GET
    @Path("options/{id}/people")
    public TemplateInstance people(@PathParam("slug") String slug, @PathParam("id") String id) {
        Call call = services.callOf(slug).orThrow();
        return Templates.people(
                call,
                services.logistics(client -> client.people(bearer(), call.id(), id))
                        .orThrow(),
                services.cities().or(Page.empty()).items());
    }

    /** The same, to take along. */
    @GET
    @Path("options/{id}/people.{format: csv|xlsx}")
    public RestResponse<byte[]> peopleTable(
            @PathParam("slug") String slug, @PathParam("id") String id, @PathParam("format") String format) {
        Call call = services.callOf(slug).orThrow();
        byte[] table = services.logistics(client -> client.peopleTable(bearer(), call.id(), id, format))
                .orThrow();
        return Download.ofPeople(table, "people", format);
    }

    private RestResponse<String> save(
            String slug, String id, OptionForm form, BiFunction<LogisticsClient, Call, LogisticsOption> step) {
        Call call = services.callOf(slug).orThrow();
        FormErrors wrong = form.check();
        if (wrong.isPresent()) {
            return HtmlPage.of(422, Templates.option(call, id, form, wrong));
        }
        Answer<LogisticsOption> answer = services.logistics(client -> step.apply(client, call));
        if (answer.isFound()) {
            return back(slug, "saved");
        }
        if (answer.isMissing() && id != null) {
            return HtmlPage.of(
                    409, Templates.option(call, null, form.anew(), DeskAnswers.removed("“" + form.title() + "”")));
        }
        FormErrors refusal = DeskAnswers.errors(answer, OptionForm::field, call.zone());
        // whoever saves again has seen what they replace
        Answer<LogisticsOption> now = answer.isStale()
                ? services.logistics(client -> client.option(bearer(), call.id(), id))
                : new Answer.Missing<>();
        return HtmlPage.of(
                FormAgain.status(answer),
                Templates.option(
                        call,
                        id,
                        now.map(form::on).or(form),
                        now.map(option -> form.meanwhile(OptionForm.of(option)).after(refusal))
                                .or(refusal)));
    }

    private RestResponse<String> after(
            Answer<?> answer, Call call, FreezeForm form, Said said, UnaryOperator<String> field) {
        if (answer.isFound()) {
            return back(call.workshopSlug(), "saved");
        }
        int status = FormAgain.status(answer);
        FormErrors refusal = DeskAnswers.errors(answer, field, call.zone());
        if (form == null || !answer.isStale()) {
            return page(status, call.workshopSlug(), form, said, refusal, null);
        }
        LogisticsSetting now = services.logistics(client -> client.setting(bearer(), call.id()))
                .orThrow();
        // whoever saves again has seen what they replace
        return page(
                status,
                call.workshopSlug(),
                form.on(now),
                said,
                form.meanwhile(FreezeForm.of(now)).after(refusal),
                null);
    }

    private RestResponse<String> page(
            int status, String slug, FreezeForm form, Said said, FormErrors errors, String done) {
        Call call = services.callOf(slug).orThrow();
        LogisticsSetting setting = services.logistics(client -> client.setting(bearer(), call.id()))
                .orThrow();
        Answer<Headcounts> counts = services.logistics(client -> client.headcounts(bearer(), call.id()));
        Answer<Page<ChangeRequest>> requests =
                services.logistics(client -> client.changeRequests(bearer(), call.id(), "OPEN", ALL));
        return HtmlPage.of(
                status,
                Templates.desk(
                        call,
                        setting,
                        counts,
                        requests,
                        form == null ? FreezeForm.of(setting) : form,
                        said.among(id -> requests.or(Page.empty()).items().stream()
                                .anyMatch(request -> request.id().equals(id))),
                        errors,
                        done));
    }

    private static RestResponse<String> back(String slug, String done) {
        return Onward.to("/org/w/{slug}/logistics", slug, done);
    }

    private String bearer() {
        return shell.getVisitor().bearer();
    }

    @CheckedTemplate(basePath = "logistics")
    static class Templates {
        private Templates() {}

        static native TemplateInstance desk(
                Call call,
                LogisticsSetting setting,
                Answer<Headcounts> counts,
                Answer<Page<ChangeRequest>> requests,
                FreezeForm form,
                Said said,
                FormErrors errors,
                String done);

        static native TemplateInstance option(Call call, String id, OptionForm form, FormErrors errors);

        static native TemplateInstance people(Call call, OptionPeople list, List<City> cities);
    }
}
