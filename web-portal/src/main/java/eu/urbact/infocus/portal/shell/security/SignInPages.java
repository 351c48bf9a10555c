package eu.urbact.infocus.portal.shell.security;

import java.net.URI;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.Blocking;

import eu.urbact.infocus.portal.shell.Shell;

/** The doors: signing in leads to the area of the person's role; signing out ends here. {@code /signout} itself is handled by OIDC. */
@Path("/")
@Blocking
@Produces(MediaType.TEXT_HTML)
public class SignInPages {

    private final Shell shell;

    SignInPages(Shell shell) {
        this.shell = shell;
    }

    /** Signs in at Keycloak and goes on to the person's own area. */
    @GET
    @Path("signin")
    @Authenticated
    public Response signIn() {
        Visitor visitor = shell.getVisitor();
        String target = visitor.isOrganiser() ? "/org/" : visitor.isPartner() ? "/partner/" : "/en/";
        return Response.seeOther(URI.create(target)).build();
    }

    /** Where Keycloak sends the browser back to; the OIDC layer handles the code and restores the page that was asked for. */
    @GET
    @Path("signin/callback")
    @Authenticated
    public Response callback() {
        return signIn();
    }

    /** Reached without a session: nothing to end. */
    @GET
    @Path("signout")
    public Response signOut() {
        return Response.seeOther(URI.create("/en/signed-out")).build();
    }

    /** Says that the session is over. */
    @GET
    @Path("en/signed-out")
    public TemplateInstance signedOut() {
        return Templates.signedOut();
    }

    @CheckedTemplate(basePath = "shell")
    static class Templates {
        private Templates() {}

        static native TemplateInstance signedOut();
    }
}
