package eu.urbact.infocus.portal.shell.services;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * Somebody without a place.
 *
 * @param applicationId their application when they have one, or null
 * @param somebodyElse whether the desk has been told that somebody of this name has applied or walked in already, and says that it is another person
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record NewWalkIn(
        String givenName,
        String familyName,
        String organisation,
        String cityId,
        String country,
        String applicationId,
        Boolean somebodyElse) {

    @Override
    public String toString() {
        return "NewWalkIn";
    }
}
