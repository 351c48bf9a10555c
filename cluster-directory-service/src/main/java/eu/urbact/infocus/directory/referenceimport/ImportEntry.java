package eu.urbact.infocus.directory.referenceimport;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;

import eu.urbact.infocus.directory.reference.Change;

/**
 * What became of one entry of an imported file.
 *
 * @param line where it begins in the file, from 1
 * @param kind its kind
 * @param objectId its id or code
 * @param change what became of it
 */
@Embeddable
public record ImportEntry(
        @Column(name = "line") int line,
        @Enumerated(EnumType.STRING) @Column(name = "kind") Kind kind,
        @Column(name = "object_id") String objectId,

        @Enumerated(EnumType.STRING) @Column(name = "change")
        Change change) {}
