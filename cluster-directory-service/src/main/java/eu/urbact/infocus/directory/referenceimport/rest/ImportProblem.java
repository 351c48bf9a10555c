package eu.urbact.infocus.directory.referenceimport.rest;

import eu.urbact.infocus.chassis.problem.ProblemType;

/** Why reference data is refused. */
final class ImportProblem {

    /** The file is faulty; the member {@code errors} says where. */
    static final ProblemType REFERENCE_DATA_FAULTY =
            new ProblemType("reference-data-faulty", "The reference data has errors, nothing was changed", 422);

    private ImportProblem() {}
}
