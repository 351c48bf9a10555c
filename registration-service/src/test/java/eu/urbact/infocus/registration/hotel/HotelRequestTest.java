package eu.urbact.infocus.registration.hotel;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import eu.urbact.infocus.chassis.outcome.Verdict;
import eu.urbact.infocus.registration.problem.RegistrationProblem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class HotelRequestTest {

    private static final LocalDate NOV_23 = LocalDate.parse("2016-11-23");
    private static final Instant MONDAY = Instant.parse("2016-10-10T08:00:00Z");
    private static final Instant TUESDAY = Instant.parse("2016-10-11T08:00:00Z");

    private static final UUID PLAIN = new UUID(0, 1);
    private static final UUID GRAND = new UUID(0, 2);
    private static final Stay STAY = new Stay(RoomType.DOUBLE, NOV_23, NOV_23.plusDays(2));
    private static final Stay LONGER = new Stay(RoomType.DOUBLE, NOV_23, NOV_23.plusDays(3));

    private final HotelRequest request = new HotelRequest();

    @Test
    void whoever_says_something_else_while_they_wait_has_waited_since_they_asked_first() {
        request.request(wish(STAY, PLAIN, null), MONDAY);
        request.request(wish(LONGER, PLAIN, null), TUESDAY);
        assertThat(request.waitsSince()).isEqualTo(MONDAY);
    }

    @Test
    void whoever_asks_again_after_having_needed_none_waits_since_then() {
        request.request(wish(STAY, PLAIN, null), MONDAY);
        request.needNone(false, MONDAY);
        request.request(wish(STAY, PLAIN, null), TUESDAY);
        assertThat(request.waitsSince()).isEqualTo(TUESDAY);
    }

    @Test
    void another_wish_for_another_room_waits_since_the_first_one() {
        confirmed("Ana");
        request.askForChange(wish(LONGER, PLAIN, null), MONDAY);
        request.askForChange(wish(LONGER, GRAND, null), TUESDAY);
        assertThat(request.waitsSince()).isEqualTo(MONDAY);
        assertThat(request.waiting()).isEqualTo(wish(LONGER, GRAND, null));
    }

    @Test
    void organisers_have_to_answer_what_is_asked_for_and_nothing_else() {
        assertThat(request.waits()).isFalse();
        request.request(wish(STAY, PLAIN, null), MONDAY);
        assertThat(request.waits()).isTrue();
        request.confirm(PLAIN, 18_000, null, MONDAY);
        assertThat(request.waits()).isFalse();
        request.askForChange(wish(LONGER, PLAIN, null), TUESDAY);
        assertThat(request.waits()).isTrue();
        request.refuseChange(null);
        assertThat(request.waits()).isFalse();
    }

    @Test
    void the_room_that_somebody_has_is_the_same_stay_in_a_hotel_they_take_with_the_same_person() {
        confirmed("Ana");
        assertThat(request.isConfirmedAs(wish(STAY, PLAIN, "Ana"))).isTrue();
        assertThat(request.isConfirmedAs(wish(STAY, null, "Ana"))).isTrue();
        assertThat(request.isConfirmedAs(wish(LONGER, PLAIN, "Ana"))).isFalse();
        assertThat(request.isConfirmedAs(wish(STAY, GRAND, "Ana"))).isFalse();
        assertThat(request.isConfirmedAs(wish(STAY, PLAIN, "Eva"))).isFalse();
        assertThat(request.isConfirmedAs(wish(STAY, PLAIN, null))).isFalse();
    }

    @Test
    void what_is_only_asked_for_is_no_room_that_somebody_has() {
        request.request(wish(STAY, null, "Ana"), MONDAY);
        assertThat(request.isConfirmedAs(wish(STAY, null, "Ana"))).isFalse();
    }

    @Test
    void whoever_has_left_is_named_no_more_where_they_were() {
        confirmed("Ana");
        request.askForChange(wish(LONGER, PLAIN, "Eva"), MONDAY);
        assertThat(request.sharers()).containsExactlyInAnyOrder("Ana", "Eva");
        request.sharerLeft(true, false, TUESDAY);
        assertThat(request.sharers()).containsExactly("Eva");
        request.sharerLeft(false, true, TUESDAY);
        assertThat(request.sharers()).isEmpty();
        assertThat(request.sharingEndedAt()).isEqualTo(TUESDAY);
    }

    @Test
    void a_room_that_is_taken_back_or_cancelled_takes_the_wish_for_another_along() {
        confirmed("Ana");
        request.askForChange(wish(LONGER, PLAIN, null), TUESDAY);
        request.takeBack("The hotel has closed.", TUESDAY);
        assertThat(request.change()).isNull();
        assertThat(request.state()).isEqualTo(HotelRequest.State.REFUSED);
        assertThat(request.hotelId()).isNull();

        confirmed("Ana");
        request.askForChange(wish(LONGER, PLAIN, null), TUESDAY);
        request.cancel(TUESDAY);
        assertThat(request.change()).isNull();
    }

    @Test
    void only_whoever_sleeps_in_the_room_of_somebody_else_loses_a_bed() {
        request.needNone(true, MONDAY);
        assertThat(request.inOthersRoom()).isTrue();
        request.bedLost(TUESDAY);
        assertThat(request.state()).isEqualTo(HotelRequest.State.CANCELLED);
        assertThat(request.inOthersRoom()).isFalse();
        request.needNone(false, TUESDAY);
        assertThatThrownBy(() -> request.bedLost(TUESDAY)).isInstanceOf(IllegalStateException.class);
        confirmed("Ana");
        assertThatThrownBy(() -> request.bedLost(TUESDAY)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void without_a_room_none_is_changed() {
        request.request(wish(STAY, PLAIN, null), MONDAY);
        assertThatThrownBy(() -> request.askForChange(wish(LONGER, PLAIN, null), TUESDAY))
                .isInstanceOf(IllegalStateException.class);
    }

    @ParameterizedTest
    @EnumSource(RoomType.class)
    void a_room_is_shared_that_is_a_double_one(RoomType type) {
        request.request(wish(new Stay(type, NOV_23, NOV_23.plusDays(1)), PLAIN, null), MONDAY);
        Verdict verdict = type == RoomType.DOUBLE ? Verdict.allowed() : noDoubleRoom();
        assertThat(HotelPolicy.share(request)).isEqualTo(verdict);
        request.confirm(PLAIN, 9_000, null, MONDAY);
        assertThat(HotelPolicy.share(request)).isEqualTo(verdict);
    }

    @Test
    void a_room_is_shared_as_long_as_it_is_asked_for_or_confirmed() {
        assertThat(HotelPolicy.share(null)).isEqualTo(noDoubleRoom());
        confirmed("Ana");
        request.cancel(TUESDAY);
        assertThat(HotelPolicy.share(request)).isEqualTo(noDoubleRoom());
        confirmed("Ana");
        request.takeBack(null, TUESDAY);
        assertThat(HotelPolicy.share(request)).isEqualTo(noDoubleRoom());
    }

    private void confirmed(String sharesWith) {
        request.request(wish(STAY, PLAIN, sharesWith), MONDAY);
        request.confirm(PLAIN, 18_000, null, MONDAY);
    }

    private static Verdict noDoubleRoom() {
        return Verdict.refused(RegistrationProblem.NO_DOUBLE_ROOM, "Ask for a double room first.");
    }

    private static HotelRequest.Wish wish(Stay stay, UUID hotel, String sharesWith) {
        return new HotelRequest.Wish(stay, hotel, false, sharesWith);
    }
}
