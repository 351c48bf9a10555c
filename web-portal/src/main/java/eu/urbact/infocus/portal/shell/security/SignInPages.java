package eu.urbact.infocus.portal.shell.security;

import java.net.URI;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriBuilder;
import jakarta.ws.rs.core.UriInfo;

import io.quarkus.oidc.IdTokenCredential;
import io.quarkus.oidc.OidcConfigurationMetadata;
import io.quarkus.oidc.OidcSession;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Uni;
import org.jboss.resteasy.reactive.RestResponse;

import eu.urbact.infocus.portal.shell.HtmlPage;
import eu.urbact.infocus.portal.shell.Shell;

/** The doors: signing in leads to the area of the person's role; signing out ends the session here and at Keycloak. */
@Path("/")
@Blocking
@Produces(MediaType.TEXT_HTML)
public class SignInPages {

    private static final String SIGNED_OUT = "/en/signed-out";

    private final Shell shell;
    private final SecurityIdentity identity;
    private final OidcSession session;
    private final OidcConfigurationMetadata keycloak;

    SignInPages(Shell shell, SecurityIdentity identity, OidcSession session, OidcConfigurationMetadata keycloak) {
        this.shell = shell;
        this.identity = identity;
        this.session = session;
        this.keycloak = keycloak;
    }

    /** Signs in at Keycloak and goes on to the person's own area. */
    @GET
    @Path("signin")
    @Authenticated
    public Response signIn() {
        Visitor visitor = shell.getVisitor();
        String target = visitor.isOrganiser()
                ? "/org/"
                : visitor.isPartner() ? "/partner/" : visitor.isAtTheDoor() ? "/desk/" : "/en/";
        return Response.seeOther(URI.create(target)).build();
    }

    /** Where Keycloak sends the browser back to; the OIDC layer handles the code and restores the page that was asked for. */
    @GET
    @Path("signin/callback")
    @Authenticated
    public Response callback() {
        return signIn();
    }

    /** Asks whether to sign out, for whoever comes by a link. Without a session there is nothing to end. */
    @GET
    @Path("signout")
    public RestResponse<String> askBeforeSignOut() {
        return shell.getVisitor().isSignedIn()
                ? HtmlPage.of(200, Templates.signOut())
                : RestResponse.seeOther(URI.create(SIGNED_OUT));
    }

    /** Signs out: the session ends here at once, then the browser is sent to Keycloak to end the one there, and comes back. */
    @POST
    @Path("signout")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Uni<Response> signOut(@Context UriInfo address) {
        URI signedOut = address.getBaseUri().resolve(SIGNED_OUT);
        if (!shell.getVisitor().isSignedIn()) {
            return Uni.createFrom().item(Response.seeOther(signedOut).build());
        }
        IdTokenCredential idToken = identity.getCredential(IdTokenCredential.class);
        String end = keycloak.getEndSessionUri();
        URI next = idToken == null || end == null
                ? signedOut
                : UriBuilder.fromUri(end)
                        .queryParam("id_token_hint", "{token}")
                        .queryParam("post_logout_redirect_uri", "{back}")
                        .build(idToken.getToken(), signedOut);
        return session.logout().map(done -> Response.seeOther(next).build());
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

        static native TemplateInstance signOut();

        static native TemplateInstance signedOut();
    }
}
