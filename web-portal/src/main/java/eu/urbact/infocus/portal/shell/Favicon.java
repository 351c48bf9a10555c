package eu.urbact.infocus.portal.shell;

import java.net.URI;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;

/** Pages name their icon themselves; this is for whatever asks for it at the address of old. */
@Path("favicon.ico")
public class Favicon {

    Favicon() {}

    /** Leads to the mark of the network. */
    @GET
    public Response icon() {
        return Response.seeOther(URI.create(Assets.url("mark.svg"))).build();
    }
}
