package eu.urbact.infocus.registration.suggestion.rest;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

import eu.urbact.infocus.chassis.rest.Page;
import eu.urbact.infocus.registration.application.Application;
import eu.urbact.infocus.registration.application.ApplicationState;
import eu.urbact.infocus.registration.application.Profile;
import eu.urbact.infocus.registration.seat.BucketCode;
import eu.urbact.infocus.registration.suggestion.Proposal;
import eu.urbact.infocus.registration.suggestion.Room;
import eu.urbact.infocus.registration.suggestion.SuggestSelection;

/**
 * A proposed selection.
 *
 * @param tag the entity tag of the suggestion, for staging it as a whole
 * @param goalsVersion version of the goals, as in their entity tag
 * @param admitted how many are proposed for a seat
 * @param waitlisted how many for the waiting list
 * @param forPeople about how many the rule says nothing
 */
public record SuggestionResponse(
        UUID callId,
        String tag,
        BalanceGoalsResource.BalanceGoals goals,
        long goalsVersion,
        List<Bucket> buckets,
        long admitted,
        long waitlisted,
        long forPeople,
        Page<Entry> entries) {

    /**
     * Some of the seats.
     *
     * @param free how many nobody holds
     * @param suggested how many of those are proposed to somebody
     */
    public record Bucket(String code, String label, int limit, int held, int free, long suggested) {

        static Bucket of(Room.Bucket bucket, List<Proposal> proposals) {
            return new Bucket(
                    bucket.code().value(),
                    bucket.label(),
                    bucket.limit(),
                    bucket.held(),
                    bucket.free(),
                    proposals.stream()
                            .filter(proposal -> bucket.code().equals(proposal.bucket()))
                            .count());
        }
    }

    /**
     * One person.
     *
     * @param proposal what is proposed
     * @param rank place in the order of seats, on the waiting list, or among those left to people
     * @param bucket where the seat would be
     * @param points the sum of the reasons' points
     * @param next who would get in if this person dropped out
     * @param nextIn buckets in which somebody's dropping out would let this person in
     * @param version of the application
     */
    public record Entry(
            UUID applicationId,
            Proposal.Kind proposal,
            int rank,
            String bucket,
            int points,
            List<Proposal.Reason> reasons,
            List<Person> next,
            List<String> nextIn,
            ApplicationState state,
            String givenName,
            String familyName,
            String organisation,
            String cityId,
            Profile profile,
            boolean contributor,
            boolean newcomer,
            int yesVotes,
            int noVotes,
            Instant appliedAt,
            long version) {

        static Entry of(Proposal proposal, Map<UUID, Application> people) {
            Application person = people.get(proposal.candidate().id());
            return new Entry(
                    person.id(),
                    proposal.kind(),
                    proposal.rank(),
                    proposal.bucket() == null ? null : proposal.bucket().value(),
                    proposal.points(),
                    proposal.reasons(),
                    proposal.next().stream().map(people::get).map(Person::of).toList(),
                    proposal.nextIn().stream().map(BucketCode::value).sorted().toList(),
                    person.state(),
                    person.givenName(),
                    person.familyName(),
                    person.organisation(),
                    person.cityId(),
                    person.profile(),
                    person.contributor(),
                    proposal.candidate().newcomer(),
                    proposal.candidate().votes().yes(),
                    proposal.candidate().votes().no(),
                    person.appliedAt(),
                    person.version());
        }
    }

    /** Somebody else in the proposal. */
    public record Person(UUID applicationId, String givenName, String familyName) {

        static Person of(Application application) {
            return new Person(application.id(), application.givenName(), application.familyName());
        }
    }

    static SuggestionResponse of(UUID callId, SuggestSelection.Selection selection, Page<Entry> entries) {
        List<Proposal> proposals = selection.proposals();
        return new SuggestionResponse(
                callId,
                tag(selection),
                BalanceGoalsResource.BalanceGoals.of(selection.goals().goals()),
                selection.goals().version(),
                selection.room().buckets().stream()
                        .map(bucket -> Bucket.of(bucket, proposals))
                        .toList(),
                count(proposals, Proposal.Kind.ADMIT),
                count(proposals, Proposal.Kind.WAITLIST),
                count(proposals, Proposal.Kind.FOR_PEOPLE),
                entries);
    }

    static String tag(SuggestSelection.Selection selection) {
        return "\"" + selection.fingerprint() + "\"";
    }

    private static long count(List<Proposal> proposals, Proposal.Kind kind) {
        Stream<Proposal> of = proposals.stream().filter(proposal -> proposal.kind() == kind);
        return of.count();
    }
}
