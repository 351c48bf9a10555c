package eu.urbact.infocus.portal.desk;

import java.net.URI;
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

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import org.jboss.resteasy.reactive.RestResponse;

import eu.urbact.infocus.portal.shell.FormAgain;
import eu.urbact.infocus.portal.shell.FormErrors;
import eu.urbact.infocus.portal.shell.HtmlPage;
import eu.urbact.infocus.portal.shell.SeenVersion;
import eu.urbact.infocus.portal.shell.Shell;
import eu.urbact.infocus.portal.shell.security.Visitor;
import eu.urbact.infocus.portal.shell.services.Answer;
import eu.urbact.infocus.portal.shell.services.Mail;
import eu.urbact.infocus.portal.shell.services.Page;
import eu.urbact.infocus.portal.shell.services.Problem;
import eu.urbact.infocus.portal.shell.services.Services;
import eu.urbact.infocus.portal.shell.services.Zones;

import static eu.urbact.infocus.portal.shell.Sent.given;
import static eu.urbact.infocus.portal.shell.Sent.text;

/** The delivery log: what was sent and what became of it, and what organisers do about a mail that has not arrived. */
@Path("/org/mails")
@RolesAllowed(Visitor.ORGANISER)
@Blocking
@Produces(MediaType.TEXT_HTML)
public class DeliveryLogPages {

    private static final int SIZE = 50;

    /**
     * What was done, and about which mail.
     *
     * @param mail as it is now; null when it cannot be looked at
     */
    public record Done(String code, Mail mail) {

        static final Done NOTHING = new Done("", null);
    }

    private final Services services;
    private final Shell shell;

    DeliveryLogPages(Services services, Shell shell) {
        this.services = services;
        this.shell = shell;
    }

    /** The log. */
    @GET
    public RestResponse<String> show(
            @QueryParam("state") @DefaultValue("") String state,
            @QueryParam("application") @DefaultValue("") String application,
            @QueryParam("template") @DefaultValue("") String template,
            @QueryParam("page") @DefaultValue("0") int page,
            @QueryParam("done") @DefaultValue("") String done,
            @QueryParam("of") @DefaultValue("") String of) {
        Done said = done.isEmpty() || of.isEmpty() ? Done.NOTHING : new Done(done, mail(of).or(null));
        return page(200, new MailFilter(state, application, template, Math.max(0, page)), said, FormErrors.NONE);
    }

    /** Reached by a reload, or by a sign-in on the way: starts anew. */
    @GET
    @Path("{id}/{action: resend|confirmation}")
    public RestResponse<String> again() {
        return RestResponse.seeOther(URI.create("/org/mails"));
    }

    /** Has a mail sent again. */
    @POST
    @Path("{id}/resend")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public RestResponse<String> resend(@PathParam("id") String id, MultivaluedMap<String, String> sent) {
        return after(
                services.notification(client -> client.resend(bearer(), id, SeenVersion.etag(text(sent, "version")))),
                "RESENT",
                id,
                MailFilter.of(sent));
    }

    /** Says that a mail has arrived of which nobody knew it. */
    @POST
    @Path("{id}/confirmation")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public RestResponse<String> confirm(@PathParam("id") String id, MultivaluedMap<String, String> sent) {
        return after(
                services.notification(client -> client.confirm(bearer(), id, SeenVersion.etag(text(sent, "version")))),
                "ARRIVED",
                id,
                MailFilter.of(sent));
    }

    private RestResponse<String> after(Answer<Mail> answer, String done, String id, MailFilter filter) {
        if (answer.isFound()) {
            return RestResponse.seeOther(URI.create(filter.after(done, id)));
        }
        if (answer.isDown()) {
            return page(
                    503,
                    filter,
                    Done.NOTHING,
                    FormErrors.general("It was not confirmed, because the delivery log does not answer."
                            + " Look at the mail's state before you try again."));
        }
        int status = FormAgain.status(answer);
        Problem problem = answer.refusal().orElseThrow();
        return page(
                status,
                filter,
                status == 412 || status == 409 ? new Done("CHANGED", mail(id).or(null)) : Done.NOTHING,
                status == 412 || status == 409
                        ? FormErrors.general("Nothing more was done: this mail has changed since you opened the list,"
                                + " by a first click, by a colleague, or because its turn came.")
                        : FormErrors.general(problem.sentence()));
    }

    private Answer<Mail> mail(String id) {
        return services.notification(client -> client.mail(bearer(), id));
    }

    private RestResponse<String> page(int status, MailFilter filter, Done done, FormErrors errors) {
        Answer<Page<Mail>> mails = services.notification(client -> client.mails(
                bearer(),
                given(filter.state()),
                given(filter.application()),
                given(filter.template()),
                true,
                filter.page(),
                SIZE));
        if (!mails.isDown()) {
            mails.orThrow();
        }
        return HtmlPage.of(
                mails.isDown() ? 503 : status,
                Templates.mails(mails, filter, services.zonesOfWorkshops(), done, errors));
    }

    private String bearer() {
        return shell.getVisitor().bearer();
    }

    @CheckedTemplate(basePath = "desk")
    static class Templates {
        private Templates() {}

        static native TemplateInstance mails(
                Answer<Page<Mail>> mails, MailFilter filter, Zones zones, Done done, FormErrors errors);
    }
}
