package eu.urbact.infocus.directory.meeting;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;

/**
 * Somebody who takes part without an application.
 *
 * @param person key, short and without a meaning
 * @param label how the public programme names the person or the role
 * @param cityId the city for which the person comes, or null
 */
@Embeddable
public record Contributor(
        @Column(name = "person") String person,
        @Column(name = "label") String label,
        @Column(name = "city_id") String cityId) {}
