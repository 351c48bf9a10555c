package eu.urbact.infocus.registration.seat;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class SeatingPolicyTest {

    @Test
    void a_contributor_of_a_city_tries_the_contributors_then_the_city_then_the_open_pool() {
        assertThat(SeatingPolicy.bucketsFor(true, "porto"))
                .containsExactly(BucketCode.CONTRIBUTORS, BucketCode.city("porto"), BucketCode.OPEN);
    }

    @Test
    void somebody_of_a_city_tries_the_city_first() {
        assertThat(SeatingPolicy.bucketsFor(false, "porto")).containsExactly(BucketCode.city("porto"), BucketCode.OPEN);
    }

    @Test
    void anybody_else_has_the_open_pool_alone() {
        assertThat(SeatingPolicy.bucketsFor(false, null)).containsExactly(BucketCode.OPEN);
    }
}
