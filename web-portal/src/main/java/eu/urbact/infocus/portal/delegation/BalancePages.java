package eu.urbact.infocus.portal.delegation;

import java.util.List;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;

import eu.urbact.infocus.portal.shell.Shell;
import eu.urbact.infocus.portal.shell.security.Visitor;
import eu.urbact.infocus.portal.shell.services.Answer;
import eu.urbact.infocus.portal.shell.services.Call;
import eu.urbact.infocus.portal.shell.services.CityBalance;
import eu.urbact.infocus.portal.shell.services.Services;

/** All delegations to a workshop side by side, for the lead partner. */
@Path("/org")
@RolesAllowed(Visitor.ORGANISER)
@Blocking
@Produces(MediaType.TEXT_HTML)
public class BalancePages {

    private final Services services;
    private final Shell shell;

    BalancePages(Services services, Shell shell) {
        this.services = services;
        this.shell = shell;
    }

    /** How far each city has filled its seats. */
    @GET
    @Path("w/{slug}/delegations")
    public TemplateInstance balance(@PathParam("slug") String slug) {
        String bearer = shell.getVisitor().bearer();
        Call call = services.callOf(slug).orThrow();
        Answer<List<CityBalance>> balance = services.delegation(client -> client.balance(bearer, call.id()));
        if (!balance.isDown()) {
            balance.orThrow();
        }
        return Templates.balance(call, balance.map(Balances::new));
    }

    @CheckedTemplate(basePath = "delegation")
    static class Templates {
        private Templates() {}

        static native TemplateInstance balance(Call call, Answer<Balances> balance);
    }
}
