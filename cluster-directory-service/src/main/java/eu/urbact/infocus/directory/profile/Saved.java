package eu.urbact.infocus.directory.profile;

import java.util.List;

import eu.urbact.infocus.chassis.outcome.Verdict;
import eu.urbact.infocus.chassis.problem.FieldError;
import eu.urbact.infocus.chassis.problem.ProblemType;

/** What came of changing a profile. Unless it is done, nothing was changed. */
public sealed interface Saved {

    /**
     * It is done.
     *
     * @param profile the profile as it is now
     * @param notes what was taken in another way than it was written, field by field
     */
    record Done(Profile profile, List<FieldError> notes) implements Saved {

        Done(Profile profile) {
            this(profile, List.of());
        }
    }

    /** The input is faulty, field by field. */
    record Faulty(List<FieldError> errors) implements Saved {}

    /** It was refused, and this is why. */
    record Refused(ProblemType type, String detail) implements Saved {

        Refused(Verdict.Refused verdict) {
            this(verdict.type(), verdict.detail());
        }
    }
}
