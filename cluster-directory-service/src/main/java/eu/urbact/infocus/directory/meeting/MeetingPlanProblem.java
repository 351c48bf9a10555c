package eu.urbact.infocus.directory.meeting;

import eu.urbact.infocus.chassis.problem.ProblemType;

/** Why meetings are not set up, or a plan of them is refused. */
public final class MeetingPlanProblem {

    /** More people than a plan can hold. */
    public static final ProblemType ROOM_TOO_FULL =
            new ProblemType("room-too-full", "There are more people than a plan of meetings can hold", 409);

    /** Nothing to mend yet. */
    public static final ProblemType NO_PLAN =
            new ProblemType("no-meeting-plan", "There is no plan of meetings yet", 409);

    /** Nobody has told the directory of such a workshop. */
    public static final ProblemType WORKSHOP_NOT_ANNOUNCED =
            new ProblemType("workshop-not-announced", "The cluster directory does not know this workshop", 409);

    /** Meetings on a day on which the workshop does not take place. */
    public static final ProblemType OUTSIDE_THE_WORKSHOP =
            new ProblemType("outside-the-workshop", "The meetings do not lie on the days of the workshop", 422);

    private MeetingPlanProblem() {}
}
