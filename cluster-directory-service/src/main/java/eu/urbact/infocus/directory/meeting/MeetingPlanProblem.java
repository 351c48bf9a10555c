package eu.urbact.infocus.directory.meeting;

import eu.urbact.infocus.chassis.problem.ProblemType;

/** Why a plan of meetings is refused. */
public final class MeetingPlanProblem {

    /** More people than a plan can hold. */
    public static final ProblemType ROOM_TOO_FULL =
            new ProblemType("room-too-full", "There are more people than a plan of meetings can hold", 409);

    /** Nothing to mend yet. */
    public static final ProblemType NO_PLAN =
            new ProblemType("no-meeting-plan", "There is no plan of meetings yet", 409);

    private MeetingPlanProblem() {}
}
