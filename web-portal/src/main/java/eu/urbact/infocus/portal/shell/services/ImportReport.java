package eu.urbact.infocus.portal.shell.services;

import java.util.List;

/**
 * What came of a file of applications.
 *
 * @param alreadyThere how many people had applied before; nothing has changed for them
 * @param refused how many lines were not taken
 * @param erased how many lines stand for somebody whose data were erased
 * @param ignoredColumns columns that say nothing that could be brought in
 */
public record ImportReport(
        int created, int alreadyThere, int refused, int erased, List<ImportedLine> lines, List<String> ignoredColumns) {

    /** Completes what a service left out. */
    public ImportReport {
        lines = lines == null ? List.of() : List.copyOf(lines);
        ignoredColumns = ignoredColumns == null ? List.of() : List.copyOf(ignoredColumns);
    }

    /** The lines that were not taken. */
    public List<ImportedLine> refusedLines() {
        return lines.stream().filter(line -> line.outcome().equals("REFUSED")).toList();
    }

    /** The lines of people who have an application, new or from before. */
    public List<ImportedLine> takenLines() {
        return lines.stream().filter(line -> line.applicationId() != null).toList();
    }

    /** The lines of people who have been brought in without an answer that the call wants from everybody. */
    public List<ImportedLine> openLines() {
        return lines.stream().filter(line -> !line.openQuestions().isEmpty()).toList();
    }

    /**
     * One line.
     *
     * @param line counted from 1, the header included
     * @param outcome {@code CREATED}, {@code ALREADY_THERE}, {@code REFUSED} or {@code ERASED}
     * @param applicationId the person's application, or null
     * @param openQuestions of somebody who has been brought in: what must be answered and is not
     */
    public record ImportedLine(
            long line,
            String outcome,
            String applicationId,
            List<ImportError> errors,
            List<OpenQuestion> openQuestions) {

        /** Completes what a service left out. */
        public ImportedLine {
            errors = errors == null ? List.of() : List.copyOf(errors);
            openQuestions = openQuestions == null ? List.of() : List.copyOf(openQuestions);
        }

        /** Whether the application is new. */
        public boolean isCreated() {
            return outcome.equals("CREATED");
        }
    }

    /** What is wrong with a line; {@code column} is null when it is about the whole line. */
    public record ImportError(String column, String message) {}
}
