package eu.urbact.infocus.directory.meeting;

import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import eu.urbact.infocus.chassis.audit.AuditTrail;
import eu.urbact.infocus.chassis.outcome.Outcome;
import eu.urbact.infocus.chassis.outcome.Verdict;
import eu.urbact.infocus.directory.programmeview.HostedWorkshops;

/** Sets up the meetings of a workshop, plans them, and mends the plan when somebody has left or come. */
@ApplicationScoped
public class PlanMeetings {

    /** Short names that no application has. */
    public static final String CONTRIBUTOR = "c-[a-z0-9-]{1,38}";

    private final MeetingDays days;
    private final HostedWorkshops workshops;
    private final OpenRoom openRoom;
    private final AuditTrail audit;
    private final Clock clock;

    PlanMeetings(MeetingDays days, HostedWorkshops workshops, OpenRoom openRoom, AuditTrail audit, Clock clock) {
        this.days = days;
        this.workshops = workshops;
        this.openRoom = openRoom;
        this.audit = audit;
        this.clock = clock;
    }

    /** Sets it up, or arranges it anew; a plan stays as it is until it is mended or made anew. */
    @Transactional
    public Outcome<MeetingDay> arrange(UUID workshopId, MeetingDay.Room room) {
        if (MeetingTimePolicy.arrange(workshops.findByIdOptional(workshopId), room)
                instanceof Verdict.Refused refused) {
            return Outcome.refused(refused);
        }
        Optional<MeetingDay> known = days.toChange(workshopId);
        MeetingDay day = known.orElseGet(() -> new MeetingDay(workshopId, room));
        if (known.isPresent()) {
            day.arrange(room);
        } else {
            days.persist(day);
        }
        days.flush();
        record("meetings-arranged", day, Map.of("slots", room.slots(), "tables", room.tables()));
        return Outcome.done(day);
    }

    /** A cluster is represented, with these wishes; with none, its profile speaks. */
    @Transactional
    public MeetingDay bringCluster(UUID workshopId, String clusterId, Collection<Wish> wishes) {
        MeetingDay day = days.toChange(workshopId).orElseThrow();
        day.bring(clusterId);
        day.wish(Wish.Side.CLUSTER, clusterId, wishes);
        return changed("meeting-cluster-set", day, clusterId);
    }

    /** A cluster is not represented after all; without it there is nothing to do. */
    @Transactional
    public MeetingDay takeClusterAway(UUID workshopId, String clusterId) {
        MeetingDay day = days.toChange(workshopId).orElseThrow();
        day.takeAway(clusterId);
        return changed("meeting-cluster-removed", day, clusterId);
    }

    /** A contributor takes part, or is described anew. */
    @Transactional
    public MeetingDay bringContributor(UUID workshopId, Contributor contributor) {
        MeetingDay day = days.toChange(workshopId).orElseThrow();
        day.bring(contributor);
        return changed("meeting-contributor-set", day, contributor.person());
    }

    /** A contributor does not take part after all. */
    @Transactional
    public MeetingDay takeContributorAway(UUID workshopId, String person) {
        MeetingDay day = days.toChange(workshopId).orElseThrow();
        day.takeAwayContributor(person);
        return changed("meeting-contributor-removed", day, person);
    }

    /** What a person offers and needs; with nothing, they speak for themselves, or the profiles of the own city do. */
    @Transactional
    public MeetingDay wish(UUID workshopId, String person, Collection<Wish> wishes) {
        MeetingDay day = days.toChange(workshopId).orElseThrow();
        day.wish(Wish.Side.PERSON, person, wishes);
        return changed("meeting-wishes-set", day, person);
    }

    /** Makes the plan, whatever there was before. */
    @Transactional
    public Outcome<Planned> plan(UUID workshopId) {
        MeetingDay day = days.toChange(workshopId).orElseThrow();
        MeetingRoom room = openRoom.of(day);
        if (room.people().size() > MeetingProblem.MOST_PEOPLE) {
            return tooFull(room);
        }
        return keep("meetings-planned", day, room, MeetingPlanner.plan(room.problem(day.room())), Map.of());
    }

    /** Mends the plan with the fewest changes for those who are still there. */
    @Transactional
    public Outcome<Planned> mend(UUID workshopId) {
        MeetingDay day = days.toChange(workshopId).orElseThrow();
        if (day.plannedAt() == null) {
            return Outcome.refused(MeetingPlanProblem.NO_PLAN, "Make a plan first.");
        }
        MeetingRoom room = openRoom.of(day);
        if (room.people().size() > MeetingProblem.MOST_PEOPLE) {
            return tooFull(room);
        }
        MeetingProblem problem = room.problem(day.room());
        return keep(
                "meetings-mended",
                day,
                room,
                MeetingPlanner.mend(MeetingPlan.of(problem, day.meetings()), problem),
                day.tables());
    }

    /**
     * A plan that was just made.
     *
     * @param day with the plan
     * @param room for which it was made
     * @param changes what has become different for those in the room
     */
    public record Planned(MeetingDay day, MeetingRoom room, MeetingPlan.Changes changes) {}

    /** Keeps a plan, with the people at tables where they sat before whenever that is as good. */
    private Outcome<Planned> keep(
            String action, MeetingDay day, MeetingRoom room, MeetingPlan plan, Map<String, List<String>> sat) {
        MeetingPlan before = new MeetingPlan(day.meetings(), List.of(), List.of());
        Map<String, List<String>> tablesBefore = day.tables();
        List<String> people =
                room.people().stream().map(MeetingRoom.Person::key).toList();
        Map<String, List<String>> tables = room.tables(day.room()).seat(people, sat);
        day.plan(plan.meetings(), tables, clock.instant());
        days.flush();
        MeetingPlan.MeetingChanges meetings = before.to(plan);
        MeetingPlan.Changes changes = new MeetingPlan.Changes(
                meetings.removed(),
                meetings.added(),
                meetings.moved(),
                MeetingPlan.seats(people, tablesBefore, tables));
        record(
                action,
                day,
                Map.of(
                        "meetings", plan.meetings().size(),
                        "removed", changes.removed().size(),
                        "added", changes.added().size(),
                        "moved", changes.moved().size(),
                        "reseated", changes.seats().size()));
        return Outcome.done(new Planned(day, room, changes));
    }

    private static Outcome<Planned> tooFull(MeetingRoom room) {
        return Outcome.refused(
                MeetingPlanProblem.ROOM_TOO_FULL,
                "There are " + room.people().size() + " people; a plan holds " + MeetingProblem.MOST_PEOPLE + ".");
    }

    private MeetingDay changed(String action, MeetingDay day, String subject) {
        days.flush();
        record(action, day, Map.of("subject", subject));
        return day;
    }

    private void record(String action, MeetingDay day, Map<String, ?> details) {
        audit.record(action, "workshop", day.workshopId().toString(), details);
    }
}
