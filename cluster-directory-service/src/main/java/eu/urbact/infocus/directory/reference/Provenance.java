package eu.urbact.infocus.directory.reference;

import java.time.LocalDate;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;

/**
 * Where a statement comes from.
 *
 * @param sourceId id of the {@link SourceEntry source}
 * @param checkedOn day on which the statement was last looked up in that source
 * @param confidence how sure it is
 * @param uncertain true when it is not verified or fits only roughly; readers are told
 */
@Embeddable
public record Provenance(
        @Column(name = "source_id") String sourceId,
        @Column(name = "checked_on") LocalDate checkedOn,

        @Enumerated(EnumType.STRING) @Column(name = "confidence")
        Confidence confidence,

        @Column(name = "uncertain") boolean uncertain) {}
