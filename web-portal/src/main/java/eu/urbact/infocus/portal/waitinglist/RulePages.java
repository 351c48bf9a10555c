package eu.urbact.infocus.portal.waitinglist;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;

import eu.urbact.infocus.portal.shell.services.Answer;
import eu.urbact.infocus.portal.shell.services.Call;
import eu.urbact.infocus.portal.shell.services.Services;
import eu.urbact.infocus.portal.shell.services.WaitingListRule;

/** How the waiting list works, for everybody. */
@Path("en/w/{slug}/waiting-list")
@Blocking
@Produces(MediaType.TEXT_HTML)
public class RulePages {

    private final Services services;

    RulePages(Services services) {
        this.services = services;
    }

    /** The rule of the call that a workshop has. */
    @GET
    public TemplateInstance rule(@PathParam("slug") String slug) {
        Call call = services.callOf(slug).orThrow();
        Answer<WaitingListRule> rule = services.waitingList(client -> client.rule(call.id()));
        return Templates.rule(slug, call, rule);
    }

    @CheckedTemplate(basePath = "waitinglist")
    static class Templates {
        private Templates() {}

        static native TemplateInstance rule(String slug, Call call, Answer<WaitingListRule> rule);
    }
}
