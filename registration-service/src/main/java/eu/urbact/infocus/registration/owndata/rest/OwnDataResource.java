package eu.urbact.infocus.registration.owndata.rest;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import eu.urbact.infocus.registration.owndata.EraseApplication;
import eu.urbact.infocus.registration.owndata.ErasureReason;
import eu.urbact.infocus.registration.owndata.ExportOwnData;
import eu.urbact.infocus.registration.selfservice.rest.OwnApplications;

/** The own data. The signed link comes in a header, so that it stands in no access log. */
@Path("/api/v1/self-service")
@Produces(MediaType.APPLICATION_JSON)
@PermitAll
@Tag(name = "Public")
public class OwnDataResource {

    /**
     * Everything that is kept about a person.
     *
     * @param asOf when it was gathered
     * @param zone of the workshop, in which people read its days
     * @param sections what each part of the service keeps, by its name, e.g. {@code application}
     * @param kept what each field of these parts is needed for and when it is erased at the latest
     */
    public record OwnDataResponse(
            Instant asOf, String zone, String workshopTitle, Map<String, Object> sections, List<KeptField> kept) {

        static OwnDataResponse of(ExportOwnData.OwnData data) {
            return new OwnDataResponse(
                    data.asOf(),
                    data.zone().getId(),
                    data.workshopTitle(),
                    data.sections(),
                    data.kept().stream()
                            .map(field ->
                                    new KeptField(field.section(), field.field(), field.purpose(), field.erasedAfter()))
                            .toList());
        }
    }

    /** How long one field is kept, and why. */
    public record KeptField(String section, String field, String purpose, Instant erasedAfter) {}

    private final OwnApplications ownApplications;
    private final ExportOwnData exportOwnData;
    private final EraseApplication eraseApplication;

    OwnDataResource(OwnApplications ownApplications, ExportOwnData exportOwnData, EraseApplication eraseApplication) {
        this.ownApplications = ownApplications;
        this.exportOwnData = exportOwnData;
        this.eraseApplication = eraseApplication;
    }

    @GET
    @Path("/own-data")
    @Operation(
            summary = "Take along everything that is kept about oneself",
            description = "404 for every link that does not open an application, whatever the cause.")
    @APIResponse(
            responseCode = "200",
            description = "All of it, as it is now",
            content = @Content(schema = @Schema(implementation = OwnDataResponse.class)))
    public Response export(@HeaderParam(OwnApplications.LINK_HEADER) String token) {
        return OwnApplications.answer(OwnDataResponse.of(exportOwnData.export(ownApplications.find(token))))
                .build();
    }

    @POST
    @Path("/erasure")
    @Operation(
            summary = "Have oneself forgotten",
            description =
                    "As long as the workshop is not over, a live application is withdrawn and its seat given back; then everything that tells who it was is erased,"
                            + " here and in the other services. The link opens nothing afterwards.")
    @APIResponse(responseCode = "204", description = "Forgotten")
    public void erase(@HeaderParam(OwnApplications.LINK_HEADER) String token) {
        eraseApplication.erase(ownApplications.find(token).id(), ErasureReason.BY_THE_PERSON, "applicant");
    }
}
