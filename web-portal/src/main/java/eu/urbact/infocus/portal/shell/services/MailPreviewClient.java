package eu.urbact.infocus.portal.shell.services;

import java.util.List;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** notification-service: mails as people would get them. */
@RegisterRestClient(configKey = "notification")
@RegisterProvider(RefusalMapper.class)
@Path("/api/v1/admin/mail-previews")
public interface MailPreviewClient {

    /** Writes mails without sending them. */
    @POST
    MailPreview.All preview(@HeaderParam("Authorization") String bearer, Wanted wanted);

    /** Mails to look at. */
    record Wanted(List<Draft> mails) {}

    /** One of them; null where there is nothing to say. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Draft(String applicationId, String template, String reasonCode, String note) {}
}
