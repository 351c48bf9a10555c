package eu.urbact.infocus.event.programmeimport;

import java.util.List;

import eu.urbact.infocus.chassis.yaml.FileNote;
import eu.urbact.infocus.chassis.yaml.FileNotes;

/** What came of reading a programme file. */
sealed interface Reading {

    /**
     * The file can be used.
     *
     * @param file what it says
     * @param warnings what somebody should look at, from top to bottom
     * @param notes tell where each field stands
     */
    record Usable(ProgrammeFile file, List<FileNote> warnings, FileNotes notes) implements Reading {}

    /**
     * The file cannot be used.
     *
     * @param errors everything that is wrong, from top to bottom
     */
    record Unusable(List<FileNote> errors) implements Reading {}
}
