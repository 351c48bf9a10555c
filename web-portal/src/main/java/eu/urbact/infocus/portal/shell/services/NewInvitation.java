package eu.urbact.infocus.portal.shell.services;

import com.fasterxml.jackson.annotation.JsonInclude;

/** Whom a city invites; the city is absent when somebody is sent instead of another person. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record NewInvitation(String cityId, String email, String givenName, String familyName, String message) {

    @Override
    public String toString() {
        return "NewInvitation";
    }
}
