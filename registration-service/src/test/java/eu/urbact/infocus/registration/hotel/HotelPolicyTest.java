package eu.urbact.infocus.registration.hotel;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import eu.urbact.infocus.chassis.outcome.Verdict;
import eu.urbact.infocus.chassis.problem.ProblemType;
import eu.urbact.infocus.registration.application.ApplicationState;
import eu.urbact.infocus.registration.problem.RegistrationProblem;

import static org.assertj.core.api.Assertions.assertThat;

class HotelPolicyTest {

    private static final LocalDate NOV_23 = LocalDate.parse("2016-11-23");
    private static final Instant RELEASE = Instant.parse("2016-11-03T17:00:00Z");

    private final Hotel plain = hotel("Plain");
    private final Hotel grand = hotel("Grand");

    @ParameterizedTest
    @EnumSource(ApplicationState.class)
    void only_who_has_a_place_is_asked(ApplicationState state) {
        Verdict verdict = HotelPolicy.see(state, List.of(plain));
        if (state == ApplicationState.ADMITTED) {
            assertThat(verdict).isEqualTo(Verdict.allowed());
        } else {
            assertThat(refused(verdict)).isEqualTo(RegistrationProblem.NOT_ADMITTED);
        }
        assertThat(refused(HotelPolicy.see(ApplicationState.ADMITTED, List.of())))
                .isEqualTo(RegistrationProblem.NO_HOTELS);
    }

    @Test
    void the_release_time_itself_is_too_late() {
        Stay stay = new Stay(RoomType.SINGLE, NOV_23, NOV_23.plusDays(1));
        HotelRequest.Wish wish = new HotelRequest.Wish(stay, null, true, null);
        List<RoomNight> nights = nights(plain, RoomType.SINGLE, 1, 9_000);
        assertThat(HotelPolicy.request(wish, List.of(plain), null, nights, RELEASE.minusNanos(1)))
                .isEqualTo(Verdict.allowed());
        assertThat(refused(HotelPolicy.request(wish, List.of(plain), null, nights, RELEASE)))
                .isEqualTo(RegistrationProblem.ROOMS_RELEASED);
        assertThat(HotelPolicy.decide(HotelRequest.State.REQUESTED, false, true, plain, RELEASE.minusNanos(1)))
                .isEqualTo(Verdict.allowed());
        assertThat(refused(HotelPolicy.decide(HotelRequest.State.REQUESTED, false, true, plain, RELEASE)))
                .isEqualTo(RegistrationProblem.ROOMS_RELEASED);
        assertThat(HotelPolicy.decide(HotelRequest.State.REQUESTED, false, false, null, RELEASE))
                .isEqualTo(Verdict.allowed());
    }

    @Test
    void a_stay_is_offered_when_one_hotel_keeps_rooms_in_all_of_its_nights() {
        Stay three = new Stay(RoomType.SINGLE, NOV_23, NOV_23.plusDays(3));
        assertThat(three.nights()).containsExactly(NOV_23, NOV_23.plusDays(1), NOV_23.plusDays(2));
        List<RoomNight> nights = new ArrayList<>(nights(plain, RoomType.SINGLE, 2, 9_000));
        nights.addAll(nights(grand, RoomType.DOUBLE, 3, 15_000));
        assertThat(HotelPolicy.covers(plain.id(), three, nights)).isFalse();
        assertThat(HotelPolicy.covers(grand.id(), three, nights)).isFalse();
        nights.addAll(nights(grand, RoomType.SINGLE, 3, 13_000));
        assertThat(HotelPolicy.covers(grand.id(), three, nights)).isTrue();
        assertThat(HotelPolicy.price(grand.id(), three, nights)).isEqualTo(39_000);
        Instant early = RELEASE.minusSeconds(1);
        HotelRequest.Wish onlyPlain = new HotelRequest.Wish(three, plain.id(), false, null);
        assertThat(refused(HotelPolicy.request(onlyPlain, List.of(plain, grand), plain, nights, early)))
                .isEqualTo(RegistrationProblem.STAY_NOT_OFFERED);
        HotelRequest.Wish orElse = new HotelRequest.Wish(three, plain.id(), true, null);
        assertThat(HotelPolicy.request(orElse, List.of(plain, grand), plain, nights, early))
                .isEqualTo(Verdict.allowed());
    }

    @Test
    void the_wanted_hotel_comes_first_then_the_others_by_price() {
        Hotel cheap = hotel("Cheap");
        Stay one = new Stay(RoomType.SINGLE, NOV_23, NOV_23.plusDays(1));
        List<RoomNight> nights = new ArrayList<>();
        nights.addAll(nights(plain, RoomType.SINGLE, 1, 9_000));
        nights.addAll(nights(grand, RoomType.SINGLE, 1, 13_000));
        nights.addAll(nights(cheap, RoomType.SINGLE, 1, 7_000));
        List<Hotel> all = List.of(plain, grand, cheap);
        Instant early = RELEASE.minusSeconds(1);
        assertThat(HotelPolicy.inOrder(new HotelRequest.Wish(one, grand.id(), true, null), all, nights, early))
                .containsExactly(grand, cheap, plain);
        assertThat(HotelPolicy.inOrder(new HotelRequest.Wish(one, grand.id(), false, null), all, nights, early))
                .containsExactly(grand);
        assertThat(HotelPolicy.inOrder(new HotelRequest.Wish(one, null, false, null), all, nights, early))
                .containsExactly(cheap, plain, grand);
        assertThat(HotelPolicy.inOrder(new HotelRequest.Wish(one, null, false, null), all, nights, RELEASE))
                .isEmpty();
    }

    @ParameterizedTest
    @EnumSource(HotelRequest.State.class)
    void only_what_waits_is_decided_and_a_confirmed_room_is_cancelled_first(HotelRequest.State state) {
        Verdict decide = HotelPolicy.decide(state, false, false, null, RELEASE);
        assertThat(decide instanceof Verdict.Allowed).isEqualTo(state == HotelRequest.State.REQUESTED);
        Verdict say = HotelPolicy.say(state);
        assertThat(say instanceof Verdict.Refused).isEqualTo(state == HotelRequest.State.CONFIRMED);
        assertThat(HotelPolicy.say(null)).isEqualTo(Verdict.allowed());
        // another room in the place of one is asked for by whoever has one, and decided like a request
        Verdict change = HotelPolicy.change(state);
        assertThat(change instanceof Verdict.Allowed).isEqualTo(state == HotelRequest.State.CONFIRMED);
        assertThat(HotelPolicy.decide(state, true, false, null, RELEASE)).isEqualTo(Verdict.allowed());
    }

    private static Hotel hotel(String name) {
        return new Hotel(UUID.randomUUID(), new Hotel.Definition(name, "Street 1", "Comfort", RELEASE, List.of()));
    }

    private static List<RoomNight> nights(Hotel hotel, RoomType type, int nights, int priceCents) {
        List<RoomNight> rows = new ArrayList<>();
        for (int i = 0; i < nights; i++) {
            rows.add(new RoomNight(hotel.id(), new RoomNight.Contingent(type, NOV_23.plusDays(i), 5, priceCents)));
        }
        return rows;
    }

    private static ProblemType refused(Verdict verdict) {
        return ((Verdict.Refused) verdict).type();
    }
}
