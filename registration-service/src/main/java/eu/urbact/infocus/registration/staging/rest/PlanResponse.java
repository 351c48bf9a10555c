package eu.urbact.infocus.registration.staging.rest;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;

import eu.urbact.infocus.registration.application.Application;
import eu.urbact.infocus.registration.application.Decision;
import eu.urbact.infocus.registration.application.ReasonCode;
import eu.urbact.infocus.registration.staging.Plan;

/**
 * The room as it would be.
 *
 * @param tag the entity tag of the whole plan, for releasing it
 * @param people how many would be told a decision
 * @param over how many of those to admit would find no seat; such a plan is not released
 * @param clusters by the id of the cluster of the directory that people speak for
 * @param needs places at meals and visits, in buses and in hotels that these people take, as far as they have said so
 * @param unsaid how many have not said so: PLACES for what they come along to, NIGHT for rooms
 * @param outcomes who would be told what
 * @param keptForSubstitutes how many held seats cities keep for people whom they send instead of others, and who have not answered; counted in
 *     cities, and in no other group
 * @param changedSince applications that have changed since a decision was staged for them; also those about which it can no longer be made
 */
public record PlanResponse(
        UUID callId,
        String tag,
        int capacity,
        int held,
        int after,
        int people,
        int over,
        List<Bucket> buckets,
        List<Group> cities,
        List<Group> profiles,
        List<Group> organisations,
        List<Group> newcomers,
        List<Outcome> outcomes,
        List<UUID> changedSince,
        List<Group> clusters,
        List<Need> needs,
        List<Group> unsaid,
        int keptForSubstitutes) {

    private static final int SAMPLES = 3;

    /**
     * Some of the seats.
     *
     * @param limit how many there would be: what a city whose day of handing back has come does not use is among the open ones
     * @param after how many would be held, those who would find none included
     * @param kept how many free ones would stay for people whom the city has invited, who would still have to answer or wait for a decision
     */
    public record Bucket(
            String code, String label, int limit, int held, int freed, int planned, int over, int after, int kept) {

        static Bucket of(Plan.Bucket bucket) {
            return new Bucket(
                    bucket.code().value(),
                    bucket.label(),
                    bucket.limit(),
                    bucket.held(),
                    bucket.freed(),
                    bucket.planned(),
                    bucket.over(),
                    bucket.held() - bucket.freed() + bucket.planned() + bucket.over(),
                    bucket.kept());
        }
    }

    /** People with something in common: how many hold a seat, and how many would. */
    public record Group(String key, int held, int after) {

        static List<Group> of(List<Plan.Group> groups) {
            return groups.stream()
                    .map(group -> new Group(group.key(), group.held(), group.after()))
                    .toList();
        }
    }

    /**
     * Places of one kind: how many there are, are taken by those who hold a seat, and would be.
     *
     * @param kind MEAL, DINNER, VISIT, BUS or NIGHT
     * @param title what it is called; null for a night
     * @param night the night, or null
     * @param limit null for no limit
     */
    public record Need(
            String kind,
            String key,
            String title,
            Instant startsAt,
            LocalDate night,
            Integer limit,
            int held,
            int after) {

        static Need of(Plan.Need need) {
            return new Need(
                    need.kind(),
                    need.key(),
                    need.title(),
                    need.startsAt(),
                    need.night(),
                    need.limit(),
                    need.held(),
                    need.after());
        }
    }

    /**
     * Everybody who would be told the same.
     *
     * @param mail the template of the mail that they would get
     * @param recipients how many
     * @param samples some of them, those with a note of their own first
     */
    public record Outcome(Decision decision, String mail, long recipients, List<Sample> samples) {}

    /** One of those who would get a mail, and what in it is about them alone. */
    public record Sample(
            UUID applicationId,
            String givenName,
            String familyName,
            String language,
            String bucket,
            ReasonCode reasonCode,
            String note,
            String stagedBy,
            Instant stagedAt) {

        static Sample of(Plan.Planned planned, Application application, String stagedBy) {
            return new Sample(
                    application.id(),
                    application.givenName(),
                    application.familyName(),
                    application.language(),
                    planned.bucket() == null ? null : planned.bucket().value(),
                    planned.reason(),
                    planned.note(),
                    stagedBy,
                    planned.stagedAt());
        }
    }

    /** Those of the plan whose names are shown. */
    static List<Plan.Planned> samples(Plan plan) {
        return Stream.of(Decision.values())
                .flatMap(decision -> samples(plan, decision))
                .toList();
    }

    private static Stream<Plan.Planned> samples(Plan plan, Decision decision) {
        return plan.told().stream()
                .filter(planned -> planned.decision() == decision)
                .sorted(Comparator.comparing(planned -> planned.note() == null))
                .limit(SAMPLES);
    }

    static PlanResponse of(UUID callId, Plan plan, Map<UUID, Application> people, Function<String, String> nameOf) {
        List<Outcome> outcomes = new ArrayList<>();
        for (Decision decision : Decision.values()) {
            outcomes.add(new Outcome(
                    decision,
                    mail(decision),
                    plan.recipients(decision),
                    samples(plan, decision)
                            .filter(planned -> people.containsKey(planned.applicationId()))
                            .map(planned -> Sample.of(
                                    planned, people.get(planned.applicationId()), nameOf.apply(planned.stagedBy())))
                            .toList()));
        }
        List<Bucket> buckets = plan.buckets().stream().map(Bucket::of).toList();
        return new PlanResponse(
                callId,
                PlanResource.tag(plan),
                plan.capacity(),
                buckets.stream().mapToInt(Bucket::held).sum(),
                buckets.stream().mapToInt(Bucket::after).sum(),
                plan.told().size(),
                plan.over(),
                buckets,
                Group.of(plan.balance().cities()),
                Group.of(plan.balance().profiles()),
                Group.of(plan.balance().organisations()),
                Group.of(plan.balance().newcomers()),
                outcomes,
                plan.decisions().stream()
                        .filter(Plan.Planned::changedSince)
                        .map(Plan.Planned::applicationId)
                        .toList(),
                Group.of(plan.balance().clusters()),
                plan.needs().needs().stream().map(Need::of).toList(),
                Group.of(plan.needs().unsaid()),
                plan.kept());
    }

    /** The mails of the notification-service for these facts. */
    private static String mail(Decision decision) {
        return switch (decision) {
            case ADMIT -> "application-admitted";
            case WAITLIST -> "application-waitlisted";
            case DECLINE -> "application-declined";
        };
    }
}
