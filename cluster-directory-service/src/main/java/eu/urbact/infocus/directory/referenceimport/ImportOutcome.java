package eu.urbact.infocus.directory.referenceimport;

import java.util.List;

import eu.urbact.infocus.chassis.yaml.FileNote;
import eu.urbact.infocus.directory.referenceimport.ReferenceImport.ImportReport;

/** What became of a file. */
public sealed interface ImportOutcome {

    /**
     * It took effect.
     *
     * @param report what it brought
     */
    record Taken(ImportReport report) implements ImportOutcome {}

    /**
     * It is faulty and nothing was changed.
     *
     * @param notes what is wrong, in the order of the file
     */
    record Faulty(List<FileNote> notes) implements ImportOutcome {}
}
