package eu.urbact.infocus.registration.waitinglist;

import java.time.Instant;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import eu.urbact.infocus.registration.seat.BucketCode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class SeatOfferTest {

    private static final Instant NOW = Instant.parse("2016-10-10T08:00:00Z");
    private static final Instant END = Instant.parse("2016-10-13T08:00:00Z");

    private final SeatOffer offer = new SeatOffer(UUID.randomUUID(), UUID.randomUUID(), BucketCode.OPEN, NOW, END);

    @Test
    void the_seat_can_be_taken_until_the_deadline() {
        assertThat(offer.canBeAccepted(END.minusMillis(1))).isTrue();
        assertThat(offer.canBeAccepted(END)).isFalse();
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "OPEN")
    void an_offer_ends_once(OfferState end) {
        offer.settle(end, NOW);
        assertThat(offer.canBeAccepted(NOW)).isFalse();
        assertThat(offer.settledAt()).isEqualTo(NOW);
        assertThatThrownBy(() -> offer.settle(OfferState.LAPSED, END)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> offer.bringForward(NOW)).isInstanceOf(IllegalStateException.class);
        assertThat(offer.state()).isEqualTo(end);
    }

    @Test
    void an_open_offer_does_not_end_by_staying_open() {
        assertThatThrownBy(() -> offer.settle(OfferState.OPEN, NOW)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void a_deadline_comes_earlier_and_never_later() {
        offer.bringForward(END.minusMillis(1));
        assertThat(offer.expiresAt()).isEqualTo(END.minusMillis(1));
        assertThatThrownBy(() -> offer.bringForward(END.minusMillis(1))).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> offer.bringForward(END)).isInstanceOf(IllegalStateException.class);
    }
}
