package eu.urbact.infocus.portal.shell.services;

import com.fasterxml.jackson.annotation.JsonInclude;

/** Who is let in: by their application, or by what was scanned. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record NewCheckIn(String applicationId, String ticket) {

    @Override
    public String toString() {
        return "NewCheckIn";
    }
}
