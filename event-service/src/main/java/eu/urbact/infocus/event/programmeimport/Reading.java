package eu.urbact.infocus.event.programmeimport;

import java.util.List;

import eu.urbact.infocus.chassis.yaml.FileNote;

/** What came of reading a programme file. */
sealed interface Reading {

    /**
     * The file can be used.
     *
     * @param file what it says
     * @param warnings what somebody should look at, from top to bottom
     */
    record Usable(ProgrammeFile file, List<FileNote> warnings) implements Reading {}

    /**
     * The file cannot be used.
     *
     * @param errors everything that is wrong, from top to bottom
     */
    record Unusable(List<FileNote> errors) implements Reading {}
}
