package eu.urbact.infocus.registration.problem;

import eu.urbact.infocus.chassis.problem.ProblemType;

/** What this service refuses, and how it says so. */
public enum RegistrationProblem implements ProblemType {
    WORKSHOP_UNKNOWN("workshop-unknown", "This workshop has not been announced", 409),
    CALL_EXISTS("call-exists", "This workshop has a call already", 409),
    CALL_NOT_OPEN("call-not-open", "This call does not take applications now", 409),
    CALL_STATE("call-state", "The call is not in a state for this", 409),
    CALL_WINDOW_PASSED("call-window-passed", "The closing time of this call has passed", 409),
    BUCKET_UNKNOWN("bucket-unknown", "This call has no such seat bucket", 422),
    BUCKET_FULL("bucket-full", "No seat is free", 409),
    BUCKET_TOO_SMALL("bucket-too-small", "More seats are held than that", 409),
    CAPACITY_EXCEEDED("capacity-exceeded", "The room has fewer seats than that", 409),
    DECISION_NOT_POSSIBLE("decision-not-possible", "This decision is not possible any more", 409),
    REASON_MISSING("reason-missing", "This decision needs a reason", 422),
    NOT_WITHDRAWABLE("not-withdrawable", "This application cannot be withdrawn any more", 409);

    private final String code;
    private final String title;
    private final int status;

    RegistrationProblem(String code, String title, int status) {
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
