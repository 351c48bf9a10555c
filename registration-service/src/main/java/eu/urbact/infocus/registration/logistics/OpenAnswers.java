package eu.urbact.infocus.registration.logistics;

import java.util.List;
import java.util.UUID;

/**
 * What somebody with a place is asked for and has not answered.
 *
 * @param open codes of {@link PersonalTask}, in the order in which the person sees them; at least one
 */
public record OpenAnswers(
        UUID applicationId,
        String givenName,
        String familyName,
        String organisation,
        String cityId,
        List<String> open) {}
