package eu.urbact.infocus.registration.suggestion;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Predicate;

import eu.urbact.infocus.registration.application.Profile;
import eu.urbact.infocus.registration.seat.BucketCode;

/**
 * Proposes who could get the free seats. One seat after the other goes to the person with most points at that moment, the earlier
 * application between equals: first the seats of contributors, then those of each city, then the open ones. A city's seats that are
 * promised to people with an invitation, or to its nominees, go to nobody else, also when nothing is proposed for a nominee. What a person gets points for is in {@link
 * AdmissionRule}, which is published. Whoever gets none is ranked by the points for one more open seat, in the room as it would be
 * with those proposed: nobody who waits counts for anybody else.
 *
 * <p>Two properties follow from giving seats one by one, with a person's votes counting for nobody else: the order in which
 * people are listed does not matter, and one more vote for a person never makes that person drop out.
 */
final class SuggestionPolicy {

    /** What each organiser's vote counts. */
    static final int VOTE = 10;

    /** What it counts that nobody of the same partner city has an open seat. */
    static final int CITY = 15;

    /** What it counts to be of a group that the goals ask for more of. */
    static final int GOAL = 100;

    /** For how many people at most it is worked out, one by one, who would follow them; beyond that only for the last of each bucket. */
    private static final int FOLLOWED = 200;

    private SuggestionPolicy() {}

    /** Proposals for all candidates: those to admit in the order of their seats, then the waiting list, then who is left to people. */
    static List<Proposal> propose(Room room, Goals goals, Collection<Candidate> candidates) {
        List<Candidate> byTime = candidates.stream().sorted(Candidate.BY_TIME).toList();
        List<List<Candidate>> groups = groups(byTime);
        Map<BucketCode, Integer> promised = promised(room, byTime);
        Filling filling = new Filling(room, goals, groups, promised, null);
        List<Standing> admitted = filling.giveSeats();
        Followers followers = Followers.of(room, goals, groups, promised, admitted);
        List<Standing> waiting = filling.rankOthers();

        Explanation explanation = new Explanation(room, goals, byTime, admitted);
        List<Proposal> proposals = new ArrayList<>();
        int rank = 0;
        for (Standing standing : admitted) {
            proposals.add(new Proposal(
                    standing.candidate(),
                    Proposal.Kind.ADMIT,
                    ++rank,
                    standing.bucket(),
                    explanation.whyIn(standing),
                    List.copyOf(followers.after(standing.candidate().id())),
                    Set.of()));
        }
        rank = 0;
        for (Standing standing : waiting) {
            proposals.add(new Proposal(
                    standing.candidate(),
                    Proposal.Kind.WAITLIST,
                    ++rank,
                    null,
                    explanation.whyNot(standing),
                    List.of(),
                    followers.bucketsOf(standing.candidate().id())));
        }
        rank = 0;
        for (Candidate candidate : byTime) {
            if (candidate.forPeople()) {
                proposals.add(new Proposal(
                        candidate,
                        Proposal.Kind.FOR_PEOPLE,
                        ++rank,
                        null,
                        explanation.whyForPeople(candidate),
                        List.of(),
                        Set.of()));
            }
        }
        return List.copyOf(proposals);
    }

    /**
     * How many people can still answer an invitation of each city, and how many nominees nobody has decided about, by its bucket; also those
     * of them about whom the rule says nothing.
     */
    private static Map<BucketCode, Integer> promised(Room room, List<Candidate> candidates) {
        Map<BucketCode, Integer> promised = new HashMap<>();
        room.buckets().forEach(bucket -> promised.put(bucket.code(), bucket.invited()));
        candidates.stream()
                .filter(Candidate::nominee)
                .forEach(nominee -> promised.merge(BucketCode.city(nominee.cityId()), 1, Integer::sum));
        return promised;
    }

    /**
     * People who differ in nothing but votes and time, in that order: whoever is first of a group is never behind another of it. So
     * only the first of each group has to be looked at for a seat, however many have applied.
     */
    private static List<List<Candidate>> groups(List<Candidate> candidates) {
        record Key(boolean contributor, String cityId, Profile profile, boolean newcomer, boolean nominee) {}
        Map<Key, List<Candidate>> groups = new LinkedHashMap<>();
        for (Candidate candidate : candidates) {
            if (!candidate.forPeople()) {
                groups.computeIfAbsent(
                                new Key(
                                        candidate.contributor(),
                                        candidate.cityId(),
                                        candidate.profile(),
                                        candidate.newcomer(),
                                        candidate.nominee()),
                                key -> new ArrayList<>())
                        .add(candidate);
            }
        }
        groups.values().forEach(group -> group.sort(Candidate.BY_VOTES));
        return List.copyOf(groups.values());
    }

    /**
     * How a person stands at the moment when it is their turn.
     *
     * @param bucket where the seat is, or null
     * @param place the number of the seat in its bucket
     * @param open whether the points are those for an open seat
     * @param ofCityInOpenPool how many of the same partner city had an open seat
     * @param newcomers how many newcomers were in the room
     * @param ofProfile how many of the same profile were in the room
     */
    record Standing(
            Candidate candidate,
            BucketCode bucket,
            int place,
            boolean open,
            int ofCityInOpenPool,
            int newcomers,
            int ofProfile,
            int votePoints,
            int cityPoints,
            int newcomerPoints,
            int profilePoints) {

        int points() {
            return votePoints + cityPoints + newcomerPoints + profilePoints;
        }
    }

    /** Who is in the room, as far as points depend on it. */
    static final class Mix {
        private final Room room;
        private final Goals goals;
        private final Map<String, Integer> ofCityInOpenPool;
        private final Map<Profile, Integer> ofProfile;
        private int newcomers;

        /** Those who hold a seat. */
        Mix(Room room, Goals goals) {
            this.room = room;
            this.goals = goals;
            this.ofCityInOpenPool = new HashMap<>();
            this.ofProfile = new EnumMap<>(Profile.class);
            room.holders()
                    .forEach(holder -> add(holder.bucket(), holder.cityId(), holder.profile(), holder.newcomer()));
        }

        private Mix(Mix other) {
            this.room = other.room;
            this.goals = other.goals;
            this.ofCityInOpenPool = new HashMap<>(other.ofCityInOpenPool);
            this.ofProfile = new EnumMap<>(other.ofProfile);
            this.newcomers = other.newcomers;
        }

        Mix copy() {
            return new Mix(this);
        }

        void add(BucketCode bucket, Candidate candidate) {
            add(bucket, candidate.cityId(), candidate.profile(), candidate.newcomer());
        }

        private void add(BucketCode bucket, String cityId, Profile profile, boolean newcomer) {
            if (cityId != null && bucket.equals(BucketCode.OPEN)) {
                ofCityInOpenPool.merge(cityId, 1, Integer::sum);
            }
            ofProfile.merge(profile, 1, Integer::sum);
            if (newcomer) {
                newcomers++;
            }
        }

        boolean isWithinCityLimit(Candidate candidate) {
            return candidate.cityId() == null
                    || goals.maxPerCityInOpenPool() == null
                    || ofCity(candidate) < goals.maxPerCityInOpenPool();
        }

        private int ofCity(Candidate candidate) {
            return candidate.cityId() == null ? 0 : ofCityInOpenPool.getOrDefault(candidate.cityId(), 0);
        }

        /** How somebody stands who might get that seat next. */
        Standing standing(Candidate candidate, BucketCode bucket, int place) {
            return standing(candidate, bucket, place, bucket.equals(BucketCode.OPEN));
        }

        /** How somebody stands who gets no seat: as for one more open seat, if there are such and the person may have one. */
        Standing waiting(Candidate candidate) {
            return standing(candidate, null, 0, room.hasOpenSeats() && isWithinCityLimit(candidate));
        }

        private Standing standing(Candidate candidate, BucketCode bucket, int place, boolean open) {
            int sameCity = ofCity(candidate);
            int sameProfile = ofProfile.getOrDefault(candidate.profile(), 0);
            return new Standing(
                    candidate,
                    bucket,
                    place,
                    open,
                    sameCity,
                    newcomers,
                    sameProfile,
                    VOTE * candidate.votes().net(),
                    open && candidate.cityId() != null && sameCity == 0 ? CITY : 0,
                    candidate.newcomer() && newcomers < goals.newcomersIn(room.capacity()) ? GOAL : 0,
                    sameProfile < goals.minimumOf(candidate.profile()) ? GOAL : 0);
        }
    }

    /** Fills the room once. */
    private static final class Filling {
        private static final Comparator<Standing> BEST_FIRST = Comparator.<Standing>comparingInt(
                        standing -> -standing.points())
                .thenComparing(Standing::candidate, Candidate.BY_TIME);

        private final Room room;
        private final List<List<Candidate>> groups;
        private final Candidate without;
        private final Map<BucketCode, Integer> promised;
        private final int[] firstOf;
        private final Mix mix;

        /** A filling without one person; null leaves out nobody. */
        Filling(
                Room room,
                Goals goals,
                List<List<Candidate>> groups,
                Map<BucketCode, Integer> promised,
                Candidate without) {
            this.room = room;
            this.mix = new Mix(room, goals);
            this.groups = groups;
            this.promised = new HashMap<>(promised);
            this.without = without;
            if (without != null) {
                needsNoPromise(without);
            }
            this.firstOf = new int[groups.size()];
        }

        List<Standing> giveSeats() {
            Map<String, Room.Bucket> inOrder = new TreeMap<>();
            room.buckets().forEach(bucket -> inOrder.put(bucket.code().value(), bucket));
            List<Standing> given = new ArrayList<>();
            give(inOrder.remove(BucketCode.CONTRIBUTORS.value()), Candidate::contributor, given);
            Room.Bucket open = inOrder.remove(BucketCode.OPEN.value());
            inOrder.values()
                    .forEach(bucket -> give(
                            bucket,
                            candidate -> candidate.cityId() != null
                                    && BucketCode.city(candidate.cityId()).equals(bucket.code()),
                            given));
            give(open, mix::isWithinCityLimit, given);
            return given;
        }

        private void give(Room.Bucket bucket, Predicate<Candidate> entitled, List<Standing> given) {
            if (bucket == null) {
                return;
            }
            for (int seat = 1; seat <= bucket.free(); seat++) {
                boolean promisedToNominees = bucket.free() - seat < promised.getOrDefault(bucket.code(), 0);
                Standing best = takeBest(
                        promisedToNominees ? entitled.and(Candidate::nominee) : entitled,
                        bucket.code(),
                        bucket.held() + seat);
                if (best == null) {
                    return;
                }
                given.add(best);
            }
        }

        /**
         * The others by their points for one more open seat; whoever may not have one because of the city's limit comes last. Where no
         * seats are open, no such limit is left.
         */
        List<Standing> rankOthers() {
            List<Standing> others = new ArrayList<>();
            for (int group = 0; group < firstOf.length; group++) {
                for (Candidate next = first(group); next != null; next = first(group)) {
                    others.add(mix.waiting(next));
                    firstOf[group]++;
                }
            }
            others.sort(Comparator.<Standing, Boolean>comparing(
                            other -> room.hasOpenSeats() && !mix.isWithinCityLimit(other.candidate()))
                    .thenComparing(BEST_FIRST));
            return others;
        }

        private Standing takeBest(Predicate<Candidate> entitled, BucketCode bucket, int place) {
            Standing best = null;
            int groupOfBest = -1;
            for (int group = 0; group < firstOf.length; group++) {
                Candidate first = first(group);
                if (first != null && entitled.test(first)) {
                    Standing standing = mix.standing(first, bucket, place);
                    if (best == null || BEST_FIRST.compare(standing, best) < 0) {
                        best = standing;
                        groupOfBest = group;
                    }
                }
            }
            if (best != null) {
                firstOf[groupOfBest]++;
                Candidate taken = best.candidate();
                needsNoPromise(taken);
                mix.add(bucket, taken);
            }
            return best;
        }

        /** Whoever has a seat, or has dropped out. */
        private void needsNoPromise(Candidate candidate) {
            if (candidate.nominee()) {
                promised.merge(BucketCode.city(candidate.cityId()), -1, Integer::sum);
            }
        }

        private Candidate first(int group) {
            List<Candidate> people = groups.get(group);
            if (without != null
                    && firstOf[group] < people.size()
                    && people.get(firstOf[group]).id().equals(without.id())) {
                firstOf[group]++;
            }
            return firstOf[group] < people.size() ? people.get(firstOf[group]) : null;
        }
    }

    /** Who would get in if somebody dropped out, found by filling the room again without that person. */
    private record Followers(Map<UUID, Set<UUID>> afterPerson, Map<UUID, Set<BucketCode>> buckets) {

        static Followers of(
                Room room,
                Goals goals,
                List<List<Candidate>> groups,
                Map<BucketCode, Integer> promised,
                List<Standing> admitted) {
            Set<UUID> in = ids(admitted);
            Map<UUID, Set<UUID>> after = new HashMap<>();
            Map<UUID, Set<BucketCode>> buckets = new HashMap<>();
            for (Standing leaving : admitted.size() <= FOLLOWED ? admitted : lastOfEachBucket(admitted)) {
                Set<UUID> followers = ids(new Filling(room, goals, groups, promised, leaving.candidate()).giveSeats());
                followers.removeAll(in);
                after.put(leaving.candidate().id(), followers);
                followers.forEach(follower -> buckets.computeIfAbsent(follower, key -> new HashSet<>())
                        .add(leaving.bucket()));
            }
            return new Followers(after, buckets);
        }

        Set<UUID> after(UUID person) {
            return afterPerson.getOrDefault(person, Set.of());
        }

        Set<BucketCode> bucketsOf(UUID follower) {
            return Set.copyOf(buckets.getOrDefault(follower, Set.of()));
        }

        private static Set<UUID> ids(List<Standing> standings) {
            Set<UUID> ids = new LinkedHashSet<>();
            standings.forEach(standing -> ids.add(standing.candidate().id()));
            return ids;
        }

        private static Collection<Standing> lastOfEachBucket(List<Standing> admitted) {
            Map<BucketCode, Standing> last = new LinkedHashMap<>();
            admitted.forEach(standing -> last.put(standing.bucket(), standing));
            return last.values();
        }
    }
}
