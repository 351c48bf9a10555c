package eu.urbact.infocus.registration.application;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import eu.urbact.infocus.registration.seat.BucketCode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class ApplicationTest {

    private static final Instant NOW = Instant.parse("2016-10-10T08:00:00Z");
    private static final BucketCode PORTO = BucketCode.city("porto");
    private static final Person ANA = new Said().person();

    private final Application application = new Application(UUID.randomUUID(), UUID.randomUUID(), ANA, NOW);

    @Test
    void each_thing_that_is_different_now_is_named() {
        changes("givenName", said -> said.givenName = "Eva");
        changes("familyName", said -> said.familyName = "Costa");
        changes("organisation", said -> said.organisation = "Company");
        changes("position", said -> said.position = null);
        changes("cityId", said -> said.cityId = null);
        changes("country", said -> said.country = "ES");
        changes("profile", said -> said.profile = Profile.OTHER);
        changes("contributor", said -> said.contributor = true);
        changes("motivation", said -> said.motivation = "One");
        changes("language", said -> said.language = "en");
        changes("clusterId", said -> said.clusterId = null);
    }

    private void changes(String field, Consumer<Said> difference) {
        Person said = Said.but(difference);
        assertThat(application.says(said)).as(field).isFalse();
        assertThat(application.change(said)).containsExactly(field);
        assertThat(application.says(said)).as(field).isTrue();
        assertThat(application.change(ANA)).containsExactly(field);
    }

    @Test
    void another_line_break_is_no_change() {
        Person typed = Said.but(said -> said.motivation = "One\r\nTwo");
        assertThat(application.says(typed)).isTrue();
        assertThat(application.change(typed)).isEmpty();
    }

    @Test
    void a_place_is_in_its_bucket_until_it_is_taken_away() {
        application.admit(PORTO, "Welcome", NOW);
        assertThat(application.bucket()).isEqualTo(PORTO);
        assertThat(application.note()).isEqualTo("Welcome");
        application.putOnWaitingList(ReasonCode.ROOM_FULL, null, NOW);
        assertThat(application.bucket()).isNull();
        application.admit(PORTO, null, NOW);
        application.decline(ReasonCode.OTHER, null, NOW);
        assertThat(application.bucket()).isNull();
        application.admit(PORTO, null, NOW);
        assertThat(application.reasonCode()).isNull();
        application.withdraw(NOW);
        assertThat(application.bucket()).isNull();
    }

    @Test
    void an_offered_seat_is_held_until_the_person_has_answered() {
        application.putOnWaitingList(ReasonCode.ROOM_FULL, null, NOW);
        application.offer(PORTO);
        application.waitAgain();
        assertThat(application.state()).isEqualTo(ApplicationState.WAITLISTED);
        assertThat(application.bucket()).isNull();
        application.offer(PORTO);
        application.acceptOffer(NOW);
        assertThat(application.state()).isEqualTo(ApplicationState.ADMITTED);
        assertThat(application.bucket()).isEqualTo(PORTO);
    }

    @Test
    void only_who_waits_is_offered_a_seat_and_only_who_is_offered_one_takes_it() {
        for (Runnable step : List.<Runnable>of(
                () -> application.offer(PORTO),
                () -> application.acceptOffer(NOW),
                application::waitAgain,
                application::waitForDecision)) {
            assertThatThrownBy(step::run)
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage("the application is SUBMITTED");
        }
    }

    @Test
    void who_is_nominated_while_they_wait_is_decided_about_anew() {
        application.putOnWaitingList(ReasonCode.ROOM_FULL, "Sorry", NOW);
        application.waitForDecision();
        assertThat(application.state()).isEqualTo(ApplicationState.SUBMITTED);
        assertThat(application.reasonCode()).isNull();
        assertThat(application.note()).isNull();
        assertThat(application.decidedAt()).isNull();
    }

    @Test
    void who_makes_way_is_replaced_until_something_else_is_decided() {
        application.makeWay(NOW);
        assertThat(application.state()).isEqualTo(ApplicationState.WITHDRAWN);
        assertThat(application.isReplaced()).isTrue();
        application.admit(PORTO, null, NOW);
        assertThat(application.isReplaced()).isFalse();
    }

    @Test
    void who_has_withdrawn_by_mistake_waits_for_a_decision_as_before_and_without_the_place() {
        application.admit(PORTO, "Welcome", NOW);
        application.withdrawForPerson("Get well soon", NOW.plusSeconds(1));
        assertThat(application.isWithdrawnByOrganisers()).isTrue();
        assertThat(application.note()).isEqualTo("Get well soon");
        application.standAgain();
        assertThat(application.state()).isEqualTo(ApplicationState.SUBMITTED);
        assertThat(application.appliedAt()).isEqualTo(NOW);
        assertThat(application.bucket()).isNull();
        assertThat(application.note()).isNull();
        assertThat(application.decidedAt()).isNull();
        assertThat(application.withdrawnAt()).isNull();
        assertThat(application.isWithdrawnByOrganisers()).isFalse();
        // until when they had one stays
        assertThat(application.placeUntil()).isEqualTo(NOW.plusSeconds(1));
        assertThatThrownBy(application::standAgain).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void a_place_is_lost_by_the_decision_that_takes_it_and_by_no_later_one() {
        application.decline(ReasonCode.OTHER, null, NOW);
        assertThat(application.hasLostPlace()).isFalse();
        application.admit(PORTO, null, NOW.plusSeconds(1));
        assertThat(application.hasLostPlace()).isFalse();
        application.putOnWaitingList(null, null, NOW.plusSeconds(2));
        assertThat(application.hasLostPlace()).isTrue();
        application.decline(ReasonCode.OTHER, null, NOW.plusSeconds(3));
        assertThat(application.hasLostPlace()).isFalse();
        application.admit(PORTO, null, NOW.plusSeconds(4));
        application.withdraw(NOW.plusSeconds(5));
        assertThat(application.hasLostPlace()).isFalse();
    }

    @Test
    void whoever_is_erased_is_nobody_and_no_link_works_any_more() {
        String key = application.emailKey();
        assertThat(application.isOf(new EmailAddress("Ana@example.org"))).isTrue();
        application.erase(NOW);
        assertThat(application.isOf(new EmailAddress("ana@example.org"))).isFalse();
        assertThat(application.emailKey())
                .isNotEqualTo(key)
                .contains(application.id().toString());
        assertThat(List.of(
                        application.givenName(),
                        application.email(),
                        application.organisation(),
                        application.motivation()))
                .containsOnly("");
        assertThat(application.position()).isNull();
        assertThat(application.clusterId()).isNull();
        assertThat(application.linkVersion()).isEqualTo(2);
    }

    @Test
    void erasing_again_changes_nothing() {
        application.erase(NOW);
        application.erase(NOW.plusSeconds(1));
        assertThat(application.erasedAt()).isEqualTo(NOW);
        assertThat(application.linkVersion()).isEqualTo(2);
    }

    @Test
    void what_was_needed_to_decide_is_forgotten_once() {
        assertThat(application.forgetWhatDecidedAboutIt()).isTrue();
        assertThat(application.forgetWhatDecidedAboutIt()).isFalse();
        application.decline(ReasonCode.OTHER, "Sorry", NOW);
        assertThat(application.forgetWhatDecidedAboutIt()).isTrue();
        assertThat(application.note()).isNull();
        assertThat(application.reasonCode()).isEqualTo(ReasonCode.OTHER);
    }

    @ParameterizedTest
    @CsvSource({"Manager,''", ",Why"})
    void one_thing_alone_is_forgotten_too(String position, String motivation) {
        Person person = Said.but(said -> {
            said.position = position;
            said.cityId = null;
            said.motivation = motivation;
            said.clusterId = null;
        });
        Application one = new Application(UUID.randomUUID(), UUID.randomUUID(), person, NOW);
        assertThat(one.forgetWhatDecidedAboutIt()).isTrue();
        assertThat(one.position()).isNull();
        assertThat(one.motivation()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(ApplicationState.class)
    void a_seat_is_held_for_whoever_has_a_place_or_is_offered_one(ApplicationState state) {
        assertThat(state.holdsSeat())
                .isEqualTo(state == ApplicationState.ADMITTED || state == ApplicationState.OFFERED);
    }

    /** What Ana says, of which a test names only what is different. */
    private static final class Said {

        private String givenName = "Ana";
        private String familyName = "Silva";
        private String organisation = "Cluster";
        private String position = "Manager";
        private String cityId = "porto";
        private String country = "PT";
        private Profile profile = Profile.EXPERT;
        private boolean contributor;
        private String motivation = "One\nTwo";
        private String language = "pt";
        private String clusterId = "c1";

        static Person but(Consumer<Said> difference) {
            Said said = new Said();
            difference.accept(said);
            return said.person();
        }

        Person person() {
            return new Person(
                    givenName,
                    familyName,
                    new EmailAddress("ana@example.org"),
                    organisation,
                    position,
                    cityId,
                    country,
                    profile,
                    contributor,
                    motivation,
                    language,
                    clusterId);
        }
    }
}
