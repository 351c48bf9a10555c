package eu.urbact.infocus.registration.owndata.rest;

import java.util.List;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import eu.urbact.infocus.registration.owndata.PersonalFields;
import eu.urbact.infocus.registration.privacy.PersonalField;

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
     * @param keptForDays days after the last day of the workshop; absent where the field has a time of its own
     * @param kept how long in words, e.g. {@code 90 days after the workshop}
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record PersonalFieldResponse(String section, String field, String purpose, Long keptForDays, String kept) {

        static PersonalFieldResponse of(PersonalFields.Kept kept) {
            PersonalField field = kept.field();
            long days = kept.keptFor().toDays();
            boolean own = field.ownTime() != null;
            return new PersonalFieldResponse(
                    kept.section(),
                    field.name(),
                    field.purpose(),
                    own ? null : days,
                    own ? field.ownTime() : days + " days after the workshop");
        }
    }

    private final PersonalFields fields;

    PersonalFieldsResource(PersonalFields fields) {
        this.fields = fields;
    }

    @GET
    @Operation(summary = "List what is kept about people, what for and how long")
    public List<PersonalFieldResponse> list() {
        return fields.all().stream().map(PersonalFieldResponse::of).toList();
    }
}
