package eu.urbact.infocus.directory.referenceimport.rest;

import eu.urbact.infocus.chassis.problem.ProblemType;

/** Why reference data is refused. */
enum ImportProblem implements ProblemType {
    /** The file is faulty; the member {@code errors} says where. */
    REFERENCE_DATA_FAULTY("reference-data-faulty", "The reference data has errors, nothing was changed", 422);

    private final String code;
    private final String title;
    private final int status;

    ImportProblem(String code, String title, int status) {
        this.code = code;
        this.title = title;
        this.status = status;
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public String title() {
        return title;
    }

    @Override
    public int status() {
        return status;
    }
}
