package eu.urbact.infocus.portal.shell.services;

import com.fasterxml.jackson.annotation.JsonInclude;

/** Somebody without a place; with their application when they have one. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record NewWalkIn(String givenName, String familyName, String organisation, String cityId, String applicationId) {

    @Override
    public String toString() {
        return "NewWalkIn";
    }
}
