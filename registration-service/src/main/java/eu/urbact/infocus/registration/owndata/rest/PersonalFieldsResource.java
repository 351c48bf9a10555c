package eu.urbact.infocus.registration.owndata.rest;

import java.util.List;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import eu.urbact.infocus.registration.owndata.PersonalFields;

/** What is kept about people, what for and how long: for the privacy notice. */
@Path("/api/v1/personal-fields")
@Produces(MediaType.APPLICATION_JSON)
@PermitAll
@Tag(name = "Public")
public class PersonalFieldsResource {

    /**
     * One field.
     *
     * @param section the part of a person's own data that it belongs to, e.g. {@code application}
     * @param keptForDays days after the last day of the workshop
     */
    public record PersonalFieldResponse(String section, String field, String purpose, long keptForDays) {}

    private final PersonalFields fields;

    PersonalFieldsResource(PersonalFields fields) {
        this.fields = fields;
    }

    @GET
    @Operation(summary = "List what is kept about people, what for and how long")
    public List<PersonalFieldResponse> list() {
        return fields.all().stream()
                .map(kept -> new PersonalFieldResponse(
                        kept.section(),
                        kept.field().name(),
                        kept.field().purpose(),
                        kept.keptFor().toDays()))
                .toList();
    }
}
