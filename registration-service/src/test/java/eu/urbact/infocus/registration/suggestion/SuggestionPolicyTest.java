package eu.urbact.infocus.registration.suggestion;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

import eu.urbact.infocus.registration.application.ApplicationState;
import eu.urbact.infocus.registration.application.Profile;
import eu.urbact.infocus.registration.seat.BucketCode;
import eu.urbact.infocus.registration.suggestion.Proposal.Code;
import eu.urbact.infocus.registration.suggestion.Proposal.Kind;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

class SuggestionPolicyTest {

    private static final Instant BEGIN = Instant.parse("2016-09-26T07:00:00Z");
    private static final BucketCode PORTO = BucketCode.city("porto");

    private static final Pattern COMPARED = Pattern.compile("somebody with (-?\\d+) points, this person had (-?\\d+)");

    private static int ids;

    @Test
    void reserved_seats_first_then_the_open_ones_by_points() {
        Candidate first = person("porto", 0, 0).applied(1);
        Candidate liked = person("porto", 3, 0).applied(2);
        Candidate fromOstrava = person("ostrava", 0, 0).applied(9);
        Candidate fromNowhere = person(null, 1, 0).applied(3);
        Room room = room(10, bucket("CITY:porto", "Porto", 1, 0), bucket("OPEN", "Open", 2, 0));
        List<Proposal> proposals =
                SuggestionPolicy.propose(room, goals(1, 0), List.of(first, liked, fromOstrava, fromNowhere));
        assertThat(proposals)
                .extracting(proposal -> proposal.candidate().id(), Proposal::kind, Proposal::bucket, Proposal::points)
                .containsExactly(
                        tuple(liked.id(), Kind.ADMIT, PORTO, 30),
                        tuple(first.id(), Kind.ADMIT, BucketCode.OPEN, 15),
                        tuple(fromOstrava.id(), Kind.ADMIT, BucketCode.OPEN, 15),
                        tuple(fromNowhere.id(), Kind.WAITLIST, null, 10));
        assertThat(texts(proposals.get(0)))
                .containsExactly(
                        "Reserved seat of Porto, 1st of 1.",
                        "Votes: 3 yes, 0 no.",
                        "Applied 2nd of 4; this decides between equal points.");
        assertThat(texts(proposals.get(2)))
                .containsExactly(
                        "Open seat, 2nd of 2.",
                        "Votes: 0 yes, 0 no.",
                        "Balances cities: ostrava has nobody in the open pool yet.",
                        "Applied 4th of 4; this decides between equal points.");
        assertThat(texts(proposals.get(3)))
                .containsExactly(
                        "None of the open seats is left; the last goes to somebody with 15 points, this person had 10 for it.",
                        "Votes: 1 yes, 0 no.",
                        "Applied 3rd of 4; this decides between equal points.");
        assertThat(proposals)
                .filteredOn(proposal -> proposal.kind() == Kind.ADMIT)
                .allSatisfy(in -> assertThat(in.next()).containsExactly(fromNowhere.id()));
        assertThat(proposals.get(3).nextIn()).containsExactlyInAnyOrder(PORTO, BucketCode.OPEN);
    }

    @Test
    void a_city_gets_no_more_open_seats_than_the_goals_allow_those_that_are_held_included() {
        Room room = new Room(
                10,
                List.of(bucket("CITY:porto", "Porto", 1, 1), bucket("OPEN", "Open", 5, 1)),
                List.of(
                        new Room.Holder(BucketCode.OPEN, "porto", Profile.EXPERT, false),
                        new Room.Holder(PORTO, "porto", Profile.EXPERT, false)),
                false);
        List<Candidate> three = List.of(
                person("porto", 5, 0).applied(1),
                person("porto", 4, 0).applied(2),
                person("porto", 3, 0).applied(3));
        List<Proposal> proposals = SuggestionPolicy.propose(room, goals(2, 0), three);
        assertThat(proposals).extracting(Proposal::kind).containsExactly(Kind.ADMIT, Kind.WAITLIST, Kind.WAITLIST);
        assertThat(texts(proposals.get(0))).contains("Balances cities: with those proposed Porto has 1 open seat.");
        assertThat(texts(proposals.get(1)))
                .contains(
                        "None of the seats of Porto is free.",
                        "Balances cities: Porto has the 2 open seats that the goals allow.");
        assertThat(SuggestionPolicy.propose(room, new Goals(null, 0, Map.of()), three))
                .extracting(Proposal::kind)
                .containsOnly(Kind.ADMIT);
    }

    @Test
    void newcomers_and_scarce_profiles_come_before_votes_until_there_are_enough() {
        Candidate liked = person(null, 5, 0).applied(1);
        Candidate alsoLiked = person(null, 4, 0).applied(2);
        Candidate newcomer = person(null, 0, 0).newcomer().applied(3);
        Candidate another = person(null, 0, 0).newcomer().applied(4);
        Candidate academic = person(null, 0, 0).profile(Profile.ACADEMIC).applied(5);
        Room room = room(4, bucket("OPEN", "Open", 3, 0));
        List<Proposal> proposals = SuggestionPolicy.propose(
                room,
                new Goals(null, 25, Map.of(Profile.ACADEMIC, 1)),
                List.of(liked, alsoLiked, newcomer, another, academic));
        assertThat(proposals)
                .extracting(proposal -> proposal.candidate().id())
                .containsExactly(newcomer.id(), academic.id(), liked.id(), alsoLiked.id(), another.id());
        assertThat(texts(proposals.get(0))).contains("New to the network: 0 of the 1 wanted so far.");
        assertThat(texts(proposals.get(1))).contains("Balances profiles: 1 academic wanted, 0 so far.");
        assertThat(texts(proposals.get(4)))
                .contains("New to the network: with those proposed the room has 1, 1 is wanted.");
    }

    @Test
    void who_has_declined_a_place_is_left_to_people_whatever_their_points() {
        Candidate declined = setAside(person("porto", 9, 0).applied(1));
        Candidate other = person("porto", 0, 0).applied(2);
        List<Proposal> proposals = SuggestionPolicy.propose(
                room(10, bucket("CITY:porto", "Porto", 2, 0)), Goals.DEFAULT, List.of(declined, other));
        assertThat(proposals)
                .extracting(proposal -> proposal.candidate().id(), Proposal::kind)
                .containsExactly(tuple(other.id(), Kind.ADMIT), tuple(declined.id(), Kind.FOR_PEOPLE));
        assertThat(texts(proposals.get(1)))
                .first()
                .isEqualTo(
                        "The person has declined an offered place, or organisers have taken one back: gets another only if"
                                + " organisers put the person first on the waiting list. Nothing is proposed: people decide.");
    }

    @Test
    void whom_the_rule_does_not_know_is_left_to_people_and_nobody_is_declined() {
        Candidate disliked = person("porto", 1, 2).applied(1);
        Candidate other = person("porto", 0, 0).profile(Profile.OTHER).applied(2);
        Candidate otherWithVotes = person("porto", 2, 1).profile(Profile.OTHER).applied(3);
        List<Proposal> proposals = SuggestionPolicy.propose(
                room(10, bucket("CITY:porto", "Porto", 5, 0)), Goals.DEFAULT, List.of(disliked, other, otherWithVotes));
        assertThat(proposals)
                .extracting(proposal -> proposal.candidate().id(), Proposal::kind)
                .containsExactly(
                        tuple(otherWithVotes.id(), Kind.ADMIT),
                        tuple(disliked.id(), Kind.FOR_PEOPLE),
                        tuple(other.id(), Kind.FOR_PEOPLE));
        assertThat(texts(proposals.get(1)))
                .contains("More organisers are against than for this person. Nothing is proposed: people decide.");
    }

    @Test
    void a_citys_seat_that_is_promised_to_a_nominee_is_proposed_to_nobody_else() {
        Candidate liked = person("porto", 5, 0).applied(1);
        Candidate alsoLiked = person("porto", 4, 0).applied(2);
        Candidate nominee = person("porto", 0, 0).nominated().applied(3);
        Room room = room(2, bucket("CITY:porto", "Porto", 2, 0), bucket("OPEN", "Open", 0, 0));
        List<Proposal> proposals = SuggestionPolicy.propose(room, Goals.DEFAULT, List.of(liked, alsoLiked, nominee));
        assertThat(proposals)
                .extracting(proposal -> proposal.candidate().id(), Proposal::kind, Proposal::bucket)
                .containsExactly(
                        tuple(liked.id(), Kind.ADMIT, PORTO),
                        tuple(nominee.id(), Kind.ADMIT, PORTO),
                        tuple(alsoLiked.id(), Kind.WAITLIST, null));
        assertThat(texts(proposals.get(1)))
                .startsWith(
                        "Reserved seat of Porto, 2nd of 2.",
                        "Nominated by Porto, which keeps a seat for this person until it is decided.");
        assertThat(texts(proposals.get(2)))
                .startsWith(
                        "None of the seats of Porto is left; the last goes to somebody whom the city has nominated.",
                        "None of the open seats is free.");
        // when the nominee drops out nothing is promised any more
        assertThat(proposals.get(1).next()).containsExactly(alsoLiked.id());
    }

    @Test
    void a_promised_seat_stays_free_when_the_rule_says_nothing_about_the_nominee() {
        Candidate disliked = person("porto", 0, 2).nominated().applied(1);
        Candidate another = person("porto", 0, 3).nominated().applied(2);
        Candidate liked = person("porto", 5, 0).applied(3);
        Room room = room(3, bucket("CITY:porto", "Porto", 2, 0), bucket("OPEN", "Open", 1, 1));
        List<Proposal> proposals = SuggestionPolicy.propose(room, Goals.DEFAULT, List.of(disliked, another, liked));
        assertThat(proposals)
                .extracting(Proposal::kind)
                .containsExactly(Kind.WAITLIST, Kind.FOR_PEOPLE, Kind.FOR_PEOPLE);
        assertThat(texts(proposals.get(0)))
                .startsWith(
                        "None of the seats of Porto is left: 2 are promised to people whom the city has invited.",
                        "None of the open seats is free.");
        Room larger = room(4, bucket("CITY:porto", "Porto", 3, 0), bucket("OPEN", "Open", 1, 1));
        assertThat(SuggestionPolicy.propose(larger, Goals.DEFAULT, List.of(disliked, another, liked)))
                .extracting(Proposal::bucket)
                .containsExactly(PORTO, null, null);
    }

    @Test
    void a_citys_seat_that_is_promised_by_an_open_invitation_is_proposed_to_nobody() {
        Candidate first = person("porto", 2, 0).applied(1);
        Candidate second = person("porto", 1, 0).applied(2);
        Candidate nominee = person("porto", 0, 0).nominated().applied(3);
        Room room = room(4, new Room.Bucket(PORTO, "Porto", 3, 0, 1), bucket("OPEN", "Open", 1, 1));
        List<Proposal> proposals = SuggestionPolicy.propose(room, Goals.DEFAULT, List.of(first, second, nominee));
        assertThat(proposals)
                .extracting(one -> one.candidate().id(), Proposal::kind, Proposal::bucket)
                .containsExactly(
                        tuple(first.id(), Kind.ADMIT, PORTO),
                        tuple(nominee.id(), Kind.ADMIT, PORTO),
                        tuple(second.id(), Kind.WAITLIST, null));
        assertThat(texts(proposals.get(2)))
                .contains("None of the seats of Porto is left: 1 is promised to a person whom the city has invited.");
    }

    @Test
    void a_nominee_who_gets_a_seat_of_contributors_needs_none_of_the_city() {
        Candidate nominee = person("porto", 0, 0).nominated().contributor().applied(1);
        Candidate other = person("porto", 0, 0).applied(2);
        Room room = room(2, bucket("CITY:porto", "Porto", 1, 0), bucket("CONTRIBUTORS", "Contributors", 1, 0));
        assertThat(SuggestionPolicy.propose(room, Goals.DEFAULT, List.of(nominee, other)))
                .extracting(proposal -> proposal.candidate().id(), Proposal::bucket)
                .containsExactly(tuple(nominee.id(), BucketCode.CONTRIBUTORS), tuple(other.id(), PORTO));
    }

    private static final String PEOPLE_DECIDE =
            "People decide. The rule below proposes a selection to the organisers, with its reasons; they may decide otherwise. Nobody is declined by a rule.";

    private static final String PROMISED =
            "A place of its city is promised to each person whom the city has invited: until the invitation ends, and after the person has accepted it until somebody has decided. The rule gives it to nobody else.";

    private static final String HANDED_BACK =
            "Where a day is agreed on which a city hands its unused places back, those that are not promised are open to all from that day on.";

    private static final String FILLED =
            "Places are filled one after the other. Each goes to the person with most points at that moment, and between equal points to the earlier application.";

    private static final String KEPT_FIRST =
            "Places are filled one after the other, the kept ones first. Each goes to the person with most points at that moment, and between equal points to the earlier application.";

    private static final String VOTES =
            "Every organiser who is for a person counts 10 points, every one against takes 10 away.";

    private static final String NEWCOMERS =
            "Who has not been admitted to an earlier workshop of the network gets 100 points until 3 of the 10 places (30 %) are theirs.";

    private static final String ONE_PER_CITY =
            "For an open place a person gets 15 points while nobody else from the same partner city has one.";

    private static final String TWO_PER_CITY = "No partner city gets more than 2 open places.";

    private static final String LEFT_TO_PEOPLE =
            "For some people the rule proposes nothing, and the organisers decide without it: for those whom more organisers are against than for; for those on the waiting list who have declined a place, or whose offer the organisers have taken back, unless the organisers put them first; and for those who have none of the profiles that the call is for, unless more organisers are for them than against.";

    private static final String WAITING_FOR_OPEN =
            "Everybody else who gets no place is proposed for the waiting list, in the order of the points that they would have for one more open place.";

    private static final String LAST = " Who may have no open place, because of the most that a city gets, comes last.";

    private static final String WAITING =
            "Everybody else who gets no place is proposed for the waiting list, in the order of their points.";

    @Test
    void the_published_rule_says_what_the_goals_say() {
        Room room = room(
                50,
                bucket("CITY:bilbao", "Bilbao", 3, 0),
                bucket("CITY:porto", "Porto", 2, 0),
                bucket("CONTRIBUTORS", "Contributors", 10, 0),
                bucket("OPEN", "Open", 1, 0));
        assertThat(AdmissionRule.of(room, new Goals(1, 30, Map.of(Profile.EXPERT, 5, Profile.ACADEMIC, 1))))
                .containsExactly(
                        PEOPLE_DECIDE,
                        "10 places are kept for people who contribute to the programme.",
                        "5 places are kept for people who come with a partner city: Bilbao 3, Porto 2.",
                        "1 place is open to all.",
                        PROMISED,
                        KEPT_FIRST,
                        VOTES,
                        "Who has not been admitted to an earlier workshop of the network gets 100 points until 15 of the 50 places (30 %) are theirs.",
                        "Of some profiles the room needs a few: 5 experts, 1 academic. Until it has them, they get 100 points.",
                        ONE_PER_CITY,
                        "No partner city gets more than 1 open place.",
                        LEFT_TO_PEOPLE,
                        WAITING_FOR_OPEN + LAST);
        assertThat(AdmissionRule.of(room, new Goals(null, 0, Map.of())))
                .endsWith(KEPT_FIRST, VOTES, ONE_PER_CITY, LEFT_TO_PEOPLE, WAITING_FOR_OPEN);
        assertThat(AdmissionRule.of(room, goals(0, 0)))
                .endsWith(
                        KEPT_FIRST,
                        VOTES,
                        "People who come with a partner city get no open place.",
                        LEFT_TO_PEOPLE,
                        WAITING_FOR_OPEN + LAST);
    }

    @Test
    void the_published_rule_speaks_only_of_what_the_call_has() {
        Room.Bucket cities = bucket("CITY:porto", "Porto", 4, 0);
        Room.Bucket contributors = bucket("CONTRIBUTORS", "Contributors", 1, 0);
        Room.Bucket open = bucket("OPEN", "Open", 2, 0);
        String forCities = "4 places are kept for people who come with a partner city: Porto 4.";
        String forContributors = "1 place is kept for people who contribute to the programme.";
        String forAll = "2 places are open to all.";

        assertThat(rule(room(10, open)))
                .containsExactly(
                        PEOPLE_DECIDE,
                        forAll,
                        FILLED,
                        VOTES,
                        NEWCOMERS,
                        ONE_PER_CITY,
                        TWO_PER_CITY,
                        LEFT_TO_PEOPLE,
                        WAITING_FOR_OPEN + LAST);
        assertThat(rule(room(10, cities)))
                .containsExactly(PEOPLE_DECIDE, forCities, PROMISED, FILLED, VOTES, NEWCOMERS, LEFT_TO_PEOPLE, WAITING);
        assertThat(rule(room(10, contributors)))
                .containsExactly(PEOPLE_DECIDE, forContributors, FILLED, VOTES, NEWCOMERS, LEFT_TO_PEOPLE, WAITING);
        assertThat(rule(room(10, cities, contributors)))
                .containsExactly(
                        PEOPLE_DECIDE,
                        forContributors,
                        forCities,
                        PROMISED,
                        FILLED,
                        VOTES,
                        NEWCOMERS,
                        LEFT_TO_PEOPLE,
                        WAITING);
        assertThat(rule(room(10, cities, open)))
                .containsExactly(
                        PEOPLE_DECIDE,
                        forCities,
                        forAll,
                        PROMISED,
                        KEPT_FIRST,
                        VOTES,
                        NEWCOMERS,
                        ONE_PER_CITY,
                        TWO_PER_CITY,
                        LEFT_TO_PEOPLE,
                        WAITING_FOR_OPEN + LAST);
        assertThat(rule(room(10, contributors, open)))
                .containsExactly(
                        PEOPLE_DECIDE,
                        forContributors,
                        forAll,
                        KEPT_FIRST,
                        VOTES,
                        NEWCOMERS,
                        ONE_PER_CITY,
                        TWO_PER_CITY,
                        LEFT_TO_PEOPLE,
                        WAITING_FOR_OPEN + LAST);
        // none is open yet, but some may be
        for (Room handingBack : List.of(
                new Room(10, List.of(cities, bucket("OPEN", "Open", 0, 0)), List.of(), true),
                new Room(10, List.of(cities, open), List.of(), true))) {
            List<String> rule = new ArrayList<>(rule(handingBack));
            rule.remove(forAll);
            assertThat(rule)
                    .containsExactly(
                            PEOPLE_DECIDE,
                            forCities,
                            PROMISED,
                            HANDED_BACK,
                            KEPT_FIRST,
                            VOTES,
                            NEWCOMERS,
                            ONE_PER_CITY,
                            TWO_PER_CITY,
                            LEFT_TO_PEOPLE,
                            WAITING_FOR_OPEN + LAST);
        }
        // places that there are none of
        assertThat(rule(room(10, cities, bucket("CONTRIBUTORS", "Contributors", 0, 0), bucket("OPEN", "Open", 0, 0))))
                .isEqualTo(rule(room(10, cities)));
    }

    private static List<String> rule(Room room) {
        return AdmissionRule.of(room, Goals.DEFAULT);
    }

    @Test
    void the_published_rule_names_no_city_without_places() {
        assertThat(rule(room(10, bucket("CITY:porto", "Porto", 4, 0), bucket("CITY:bilbao", "Bilbao", 0, 0))))
                .isEqualTo(rule(room(10, bucket("CITY:porto", "Porto", 4, 0))));
    }

    @Test
    void places_in_an_order_have_their_endings() {
        assertThat(IntStream.of(1, 2, 3, 4, 11, 12, 13, 21, 22, 23, 101, 111, 112, 113)
                        .mapToObj(AdmissionRule::ordinal))
                .containsExactly(
                        "1st", "2nd", "3rd", "4th", "11th", "12th", "13th", "21st", "22nd", "23rd", "101st", "111th",
                        "112th", "113th");
    }

    @Test
    void each_kind_of_proposal_is_counted_from_one() {
        List<Proposal> proposals = SuggestionPolicy.propose(
                room(2, bucket("OPEN", "Open", 2, 0)),
                Goals.DEFAULT,
                List.of(
                        person(null, 4, 0).applied(1),
                        person(null, 3, 0).applied(2),
                        person(null, 2, 0).applied(3),
                        person(null, 1, 0).applied(4),
                        person(null, 0, 1).applied(5),
                        person(null, 0, 1).applied(6)));
        assertThat(proposals)
                .extracting(Proposal::kind, Proposal::rank)
                .containsExactly(
                        tuple(Kind.ADMIT, 1),
                        tuple(Kind.ADMIT, 2),
                        tuple(Kind.WAITLIST, 1),
                        tuple(Kind.WAITLIST, 2),
                        tuple(Kind.FOR_PEOPLE, 1),
                        tuple(Kind.FOR_PEOPLE, 2));
    }

    @Test
    void of_newcomers_nothing_is_said_where_none_are_wanted() {
        List<Proposal> proposals = SuggestionPolicy.propose(
                room(2, bucket("OPEN", "Open", 1, 0)),
                goals(2, 0),
                List.of(person(null, 0, 0).newcomer().applied(1)));
        assertThat(texts(proposals.get(0)))
                .containsExactly(
                        "Open seat, 1st of 1.",
                        "Votes: 0 yes, 0 no.",
                        "Applied 1st of 1; this decides between equal points.");
    }

    @Test
    void a_profile_of_which_there_are_enough_balances_nothing() {
        List<Proposal> proposals = SuggestionPolicy.propose(
                room(3, bucket("OPEN", "Open", 2, 0)),
                new Goals(null, 0, Map.of(Profile.EXPERT, 1)),
                List.of(
                        person(null, 0, 0).profile(Profile.EXPERT).applied(1),
                        person(null, 0, 0).profile(Profile.EXPERT).applied(2)));
        assertThat(texts(proposals.get(0))).contains("Balances profiles: 1 expert wanted, 0 so far.");
        assertThat(texts(proposals.get(1)))
                .contains("Balances profiles: with those proposed the room has 1 expert, 1 is wanted.");
    }

    @Test
    void a_minimum_of_nobody_is_no_goal() {
        assertThat(new Goals(null, 0, Map.of(Profile.EXPERT, 0, Profile.ACADEMIC, 1)).minimumPerProfile())
                .isEqualTo(Map.of(Profile.ACADEMIC, 1));
    }

    @Test
    void who_would_follow_is_worked_out_for_everybody_in_a_room_of_200_and_beyond_that_for_the_last() {
        List<Candidate> people = new ArrayList<>();
        for (int i = 0; i <= 201; i++) {
            people.add(person(null, 0, 0).applied(i));
        }
        Candidate last = people.get(201);
        assertThat(SuggestionPolicy.propose(room(201, bucket("OPEN", "Open", 201, 0)), Goals.DEFAULT, people))
                .filteredOn(proposal -> proposal.next().contains(last.id()))
                .extracting(proposal -> proposal.candidate().id())
                .containsExactly(people.get(200).id());
        people.remove(last);
        Candidate follower = people.get(200);
        assertThat(SuggestionPolicy.propose(room(200, bucket("OPEN", "Open", 200, 0)), Goals.DEFAULT, people))
                .filteredOn(proposal -> proposal.next().contains(follower.id()))
                .hasSize(200);
    }

    @Test
    void a_most_of_open_seats_puts_nobody_last_where_none_are_open() {
        Candidate fromPorto = person("porto", 1, 0).applied(1);
        Candidate fromNowhere = person(null, 0, 0).applied(2);
        assertThat(SuggestionPolicy.propose(
                        room(1, bucket("CITY:bilbao", "Bilbao", 1, 0)), goals(0, 0), List.of(fromPorto, fromNowhere)))
                .extracting(proposal -> proposal.candidate().id())
                .containsExactly(fromPorto.id(), fromNowhere.id());
        assertThat(SuggestionPolicy.propose(
                        room(1, bucket("OPEN", "Open", 1, 1)), goals(0, 0), List.of(fromPorto, fromNowhere)))
                .extracting(proposal -> proposal.candidate().id())
                .containsExactly(fromNowhere.id(), fromPorto.id());
    }

    @Test
    void who_waits_counts_for_nobody_else_who_waits() {
        List<Candidate> people = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            people.add(person(i % 2 == 0 ? "porto" : null, 0, 0)
                    .newcomer()
                    .profile(Profile.EXPERT)
                    .applied(i));
        }
        List<Proposal> proposals = SuggestionPolicy.propose(
                room(10, bucket("OPEN", "Open", 1, 0)), new Goals(null, 10, Map.of(Profile.EXPERT, 2)), people);
        assertThat(proposals)
                .extracting(proposal -> proposal.candidate().id(), Proposal::kind, Proposal::points)
                .containsExactly(
                        tuple(people.get(0).id(), Kind.ADMIT, 215),
                        tuple(people.get(1).id(), Kind.WAITLIST, 100),
                        tuple(people.get(2).id(), Kind.WAITLIST, 100),
                        tuple(people.get(3).id(), Kind.WAITLIST, 100),
                        tuple(people.get(4).id(), Kind.WAITLIST, 100));
        assertThat(texts(proposals.get(4)))
                .containsExactly(
                        "None of the open seats is left; the last goes to somebody with 215 points who applied earlier, this person had as many for it.",
                        "Votes: 0 yes, 0 no.",
                        "New to the network: with those proposed the room has 1, 1 is wanted.",
                        "Balances profiles: 2 experts wanted, 1 so far.",
                        "Balances cities: with those proposed porto has 1 open seat.",
                        "Applied 5th of 5; this decides between equal points.");
    }

    @Test
    void who_may_have_no_open_seat_gets_no_points_for_one() {
        Candidate liked = person("porto", 1, 0).applied(2);
        Candidate waiting = person("porto", 0, 0).applied(1);
        Room room = room(3, bucket("CITY:porto", "Porto", 1, 0), bucket("OPEN", "Open", 1, 0));
        List<Proposal> proposals = SuggestionPolicy.propose(room, goals(0, 0), List.of(liked, waiting));
        assertThat(proposals).extracting(Proposal::points).containsExactly(10, 0);
        assertThat(texts(proposals.get(1)))
                .containsExactly(
                        "None of the seats of Porto is left; the last goes to somebody with 10 points, this person had 0 for it.",
                        "Balances cities: the goals allow Porto no open seat.",
                        "Votes: 0 yes, 0 no.",
                        "Applied 1st of 2; this decides between equal points.");
        // nor where there are none
        Room reservedOnly = room(1, bucket("CITY:porto", "Porto", 1, 0));
        assertThat(SuggestionPolicy.propose(reservedOnly, goals(2, 0), List.of(liked, waiting)))
                .extracting(Proposal::points)
                .containsExactly(10, 0);
        // where there are some, the points are those for one more of them
        Room full = room(2, bucket("CITY:porto", "Porto", 1, 0), bucket("OPEN", "Open", 1, 1));
        List<Proposal> next = SuggestionPolicy.propose(full, goals(2, 0), List.of(liked, waiting));
        assertThat(next).extracting(Proposal::points).containsExactly(10, 15);
        assertThat(texts(next.get(1)))
                .contains(
                        "None of the seats of Porto is left; the last goes to somebody with 10 points, this person had 0 for it.",
                        "Balances cities: Porto has nobody in the open pool yet.");
    }

    /** Many rooms made of a printed seed. What must hold for all of them is checked one after the other. */
    @RepeatedTest(150)
    void what_always_holds(RepetitionInfo repetition) {
        long seed = 20_161_123L + repetition.getCurrentRepetition();
        System.out.println("seed " + seed);
        Random random = new Random(seed);
        Room room = anyRoom(random);
        Goals goals = anyGoals(random);
        List<Candidate> candidates = anyCandidates(random);
        List<Proposal> proposals = SuggestionPolicy.propose(room, goals, candidates);

        // never more seats than free, and nobody in a seat that is not for them
        room.buckets().forEach(bucket -> assertThat(proposals)
                .filteredOn(proposal -> bucket.code().equals(proposal.bucket()))
                .hasSizeLessThanOrEqualTo(bucket.free()));
        assertThat(proposals).filteredOn(in -> in.kind() == Kind.ADMIT).allSatisfy(in -> assertThat(in.bucket()
                                .equals(BucketCode.OPEN)
                        || (in.bucket().equals(BucketCode.CONTRIBUTORS)
                                ? in.candidate().contributor()
                                : in.bucket()
                                        .equals(BucketCode.city(in.candidate().cityId()))))
                .isTrue());
        room.buckets().stream()
                .filter(bucket -> bucket.code().cityId().isPresent())
                .forEach(bucket -> {
                    long promised = proposals.stream()
                            .filter(one -> one.candidate().nominee()
                                    && BucketCode.city(one.candidate().cityId()).equals(bucket.code())
                                    && !BucketCode.CONTRIBUTORS.equals(one.bucket()))
                            .count();
                    assertThat(proposals)
                            .filteredOn(one -> bucket.code().equals(one.bucket())
                                    && !one.candidate().nominee())
                            .hasSizeLessThanOrEqualTo((int) Math.max(0, bucket.free() - promised));
                });
        if (goals.maxPerCityInOpenPool() != null) {
            Map<String, Integer> open = new HashMap<>();
            room.holders().stream()
                    .filter(holder -> holder.bucket().equals(BucketCode.OPEN) && holder.cityId() != null)
                    .forEach(holder -> open.merge(holder.cityId(), 1, Integer::sum));
            proposals.stream()
                    .filter(in -> BucketCode.OPEN.equals(in.bucket())
                            && in.candidate().cityId() != null)
                    .forEach(in -> assertThat(open.merge(in.candidate().cityId(), 1, Integer::sum))
                            .isLessThanOrEqualTo(goals.maxPerCityInOpenPool()));
        }

        // everybody once, with an explanation whose points are the person's
        assertThat(proposals)
                .extracting(proposal -> proposal.candidate().id())
                .containsExactlyInAnyOrderElementsOf(
                        candidates.stream().map(Candidate::id).toList());
        assertThat(proposals).allSatisfy(proposal -> {
            assertThat(proposal.reasons()).hasSizeGreaterThanOrEqualTo(3);
            assertThat(proposal.reasons()).extracting(Proposal.Reason::text).noneMatch(String::isBlank);
            assertThat(proposal.reasons().get(0).code())
                    .isIn(
                            proposal.kind() == Kind.ADMIT
                                    ? Set.of(Code.SEAT)
                                    : proposal.kind() == Kind.WAITLIST
                                            ? Set.of(Code.FULL, Code.CITY_LIMIT)
                                            : Set.of(Code.NOT_FOR_RULE));
        });

        reasonsAreTrue(room, goals, proposals);

        // the order of the list does not matter
        List<Candidate> shuffled = new ArrayList<>(candidates);
        Collections.shuffle(shuffled, random);
        assertThat(SuggestionPolicy.propose(room, goals, shuffled)).isEqualTo(proposals);

        // who is next gets in when that person drops out, and nobody else does
        Set<UUID> in = admitted(proposals);
        for (Proposal leaving : proposals) {
            if (leaving.kind() == Kind.ADMIT) {
                Set<UUID> newlyIn = admitted(SuggestionPolicy.propose(room, goals, without(candidates, leaving)));
                newlyIn.removeAll(in);
                assertThat(leaving.next()).containsExactlyInAnyOrderElementsOf(newlyIn);
                assertThat(proposals)
                        .filteredOn(one -> newlyIn.contains(one.candidate().id()))
                        .allSatisfy(one -> assertThat(one.nextIn()).contains(leaving.bucket()));
            }
        }

        // one more yes, or one no less, and who is in stays in
        for (Proposal one : proposals) {
            if (one.kind() == Kind.ADMIT) {
                Candidate person = one.candidate();
                for (Tally better : List.of(
                        new Tally(person.votes().yes() + 1, person.votes().no()),
                        new Tally(
                                person.votes().yes(), Math.max(0, person.votes().no() - 1)))) {
                    List<Candidate> others = without(candidates, one);
                    others.add(with(person, better));
                    assertThat(admitted(SuggestionPolicy.propose(room, goals, others)))
                            .contains(person.id());
                }
            }
        }
    }

    /** What is said about those who wait, checked against the room as it would be. */
    private static void reasonsAreTrue(Room room, Goals goals, List<Proposal> proposals) {
        List<Room.Holder> inTheRoom = new ArrayList<>(room.holders());
        proposals.stream().filter(one -> one.kind() == Kind.ADMIT).forEach(one -> {
            Candidate person = one.candidate();
            inTheRoom.add(new Room.Holder(one.bucket(), person.cityId(), person.profile(), person.newcomer()));
        });
        long newcomers = inTheRoom.stream().filter(Room.Holder::newcomer).count();
        List<Proposal> waiting =
                proposals.stream().filter(one -> one.kind() == Kind.WAITLIST).toList();
        assertThat(waiting).allSatisfy(one -> {
            Candidate person = one.candidate();
            long ofProfile = inTheRoom.stream()
                    .filter(other -> other.profile() == person.profile())
                    .count();
            long ofCity = inTheRoom.stream()
                    .filter(other -> other.bucket().equals(BucketCode.OPEN)
                            && person.cityId() != null
                            && person.cityId().equals(other.cityId()))
                    .count();
            Set<Code> codes = one.reasons().stream().map(Proposal.Reason::code).collect(Collectors.toSet());
            for (Proposal.Reason reason : one.reasons()) {
                switch (reason.code()) {
                    case NEWCOMER ->
                        assertThat(reason)
                                .returns(
                                        newcomers < goals.newcomersIn(room.capacity()) ? 100 : 0,
                                        Proposal.Reason::points)
                                .extracting(Proposal.Reason::text)
                                .asString()
                                .containsPattern("\\b" + newcomers + "\\b");
                    case PROFILE ->
                        assertThat(reason)
                                .returns(
                                        ofProfile < goals.minimumOf(person.profile()) ? 100 : 0,
                                        Proposal.Reason::points)
                                .extracting(Proposal.Reason::text)
                                .asString()
                                .containsPattern("\\b" + ofProfile + "\\b");
                    case CITY_BALANCE -> {
                        assertThat(reason.points()).isEqualTo(ofCity == 0 ? 15 : 0);
                        assertThat(codes).doesNotContain(Code.CITY_LIMIT);
                        assertThat(room.hasOpenSeats()).isTrue();
                    }
                    case CITY_LIMIT -> assertThat(ofCity).isGreaterThanOrEqualTo(goals.maxPerCityInOpenPool());
                    case FULL -> {
                        Matcher compared = COMPARED.matcher(reason.text());
                        if (compared.find()) {
                            assertThat(Integer.parseInt(compared.group(2)))
                                    .isLessThan(Integer.parseInt(compared.group(1)));
                        }
                    }
                    default -> assertThat(reason.text()).isNotBlank();
                }
            }
        });
        Predicate<Proposal> beyondLimit = one -> room.hasOpenSeats()
                && one.candidate().cityId() != null
                && goals.maxPerCityInOpenPool() != null
                && inTheRoom.stream()
                                .filter(other -> other.bucket().equals(BucketCode.OPEN)
                                        && one.candidate().cityId().equals(other.cityId()))
                                .count()
                        >= goals.maxPerCityInOpenPool();
        assertThat(waiting)
                .isSortedAccordingTo(Comparator.<Proposal, Boolean>comparing(beyondLimit::test)
                        .thenComparing(Proposal::points, Comparator.reverseOrder())
                        .thenComparing(Proposal::candidate, Candidate.BY_TIME));
    }

    @Test
    void a_hundred_thousand_people_take_no_time() {
        Random random = new Random(7);
        List<Candidate> many = new ArrayList<>();
        for (int i = 0; i < 100_000; i++) {
            many.add(anyCandidate(random));
        }
        long begun = System.nanoTime();
        List<Proposal> proposals =
                SuggestionPolicy.propose(room(50, bucket("OPEN", "Open", 50, 0)), Goals.DEFAULT, many);
        assertThat(System.nanoTime() - begun).isLessThan(60_000_000_000L);
        assertThat(proposals).hasSize(100_000);
    }

    private static Room anyRoom(Random random) {
        List<Room.Bucket> buckets = new ArrayList<>();
        List<Room.Holder> holders = new ArrayList<>();
        for (String code : List.of("CITY:porto", "CITY:bilbao", "CITY:ostrava", "CONTRIBUTORS", "OPEN")) {
            if (random.nextInt(6) > 0) {
                int limit = random.nextInt(5);
                int held = limit == 0 ? 0 : random.nextInt(limit + 1);
                buckets.add(bucket(code, code, limit, held));
                for (int i = 0; i < held; i++) {
                    holders.add(new Room.Holder(
                            new BucketCode(code), anyCity(random), anyProfile(random), random.nextBoolean()));
                }
            }
        }
        Collections.shuffle(buckets, random);
        return new Room(
                buckets.stream().mapToInt(Room.Bucket::limit).sum() + random.nextInt(3),
                buckets,
                holders,
                random.nextInt(4) == 0);
    }

    private static Goals anyGoals(Random random) {
        Map<Profile, Integer> minimums = new EnumMap<>(Profile.class);
        for (Profile profile : Profile.values()) {
            minimums.put(profile, Math.max(0, random.nextInt(6) - 3));
        }
        return new Goals(random.nextInt(3) == 0 ? null : random.nextInt(3), random.nextInt(101), minimums);
    }

    private static List<Candidate> anyCandidates(Random random) {
        List<Candidate> candidates = new ArrayList<>();
        for (int i = random.nextInt(30); i > 0; i--) {
            candidates.add(anyCandidate(random));
        }
        return candidates;
    }

    private static Candidate anyCandidate(Random random) {
        ApplicationState state = random.nextBoolean() ? ApplicationState.SUBMITTED : ApplicationState.WAITLISTED;
        String cityId = anyCity(random);
        return new Candidate(
                new UUID(random.nextLong(), random.nextLong()),
                state,
                cityId,
                anyProfile(random),
                random.nextInt(4) == 0,
                random.nextBoolean(),
                state == ApplicationState.SUBMITTED && cityId != null && random.nextInt(3) == 0,
                state == ApplicationState.WAITLISTED && random.nextInt(5) == 0,
                // few different times, so that the id must decide
                BEGIN.plusSeconds(random.nextInt(10)),
                new Tally(random.nextInt(4), random.nextInt(3)));
    }

    private static String anyCity(Random random) {
        return random.nextInt(4) == 0
                ? null
                : List.of("porto", "bilbao", "ostrava").get(random.nextInt(3));
    }

    private static Profile anyProfile(Random random) {
        return List.of(Profile.values()).get(random.nextInt(Profile.values().length));
    }

    private static List<Candidate> without(List<Candidate> candidates, Proposal leaving) {
        return candidates.stream()
                .filter(candidate -> !candidate.id().equals(leaving.candidate().id()))
                .collect(Collectors.toCollection(ArrayList::new));
    }

    private static Candidate with(Candidate person, Tally votes) {
        return new Candidate(
                person.id(),
                person.state(),
                person.cityId(),
                person.profile(),
                person.contributor(),
                person.newcomer(),
                person.nominee(),
                person.setAside(),
                person.appliedAt(),
                votes);
    }

    private static Candidate setAside(Candidate person) {
        return new Candidate(
                person.id(),
                ApplicationState.WAITLISTED,
                person.cityId(),
                person.profile(),
                person.contributor(),
                person.newcomer(),
                person.nominee(),
                true,
                person.appliedAt(),
                person.votes());
    }

    private static Set<UUID> admitted(List<Proposal> proposals) {
        return proposals.stream()
                .filter(proposal -> proposal.kind() == Kind.ADMIT)
                .map(proposal -> proposal.candidate().id())
                .collect(Collectors.toCollection(HashSet::new));
    }

    private static List<String> texts(Proposal proposal) {
        return proposal.reasons().stream().map(Proposal.Reason::text).toList();
    }

    private static Room room(int capacity, Room.Bucket... buckets) {
        return new Room(capacity, List.of(buckets), List.of(), false);
    }

    private static Room.Bucket bucket(String code, String label, int limit, int held) {
        return new Room.Bucket(new BucketCode(code), label, limit, held, 0);
    }

    private static Goals goals(int maxPerCity, int newcomersPercent) {
        return new Goals(maxPerCity, newcomersPercent, Map.of());
    }

    private static Person person(String cityId, int yes, int no) {
        return new Person(cityId, new Tally(yes, no), Profile.CLUSTER_MANAGER, false, false, false);
    }

    /** A person to be completed. */
    private record Person(
            String cityId, Tally votes, Profile profile, boolean isNew, boolean isNominee, boolean contributes) {

        Person profile(Profile other) {
            return new Person(cityId, votes, other, isNew, isNominee, contributes);
        }

        Person newcomer() {
            return new Person(cityId, votes, profile, true, isNominee, contributes);
        }

        Person nominated() {
            return new Person(cityId, votes, profile, isNew, true, contributes);
        }

        Person contributor() {
            return new Person(cityId, votes, profile, isNew, isNominee, true);
        }

        Candidate applied(int minute) {
            return new Candidate(
                    new UUID(0, ++ids),
                    ApplicationState.SUBMITTED,
                    cityId,
                    profile,
                    contributes,
                    isNew,
                    isNominee,
                    false,
                    BEGIN.plusSeconds(60L * minute),
                    votes);
        }
    }
}
