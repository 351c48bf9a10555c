package eu.urbact.infocus.directory.profile;

import java.time.Instant;
import java.time.LocalDate;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class ProfileTest {

    private static final LocalDate TODAY = LocalDate.of(2016, 10, 10);
    private static final Instant NOW = Instant.parse("2016-10-10T08:00:00Z");
    private static final Editor ANA = new Editor("a", "Ana");

    private final Profile profile =
            new Profile("optics-porto", "porto", ProfileState.DRAFT, ProfileRulesTest.Samples.whole(), ANA, NOW);

    @Test
    void what_is_sent_back_is_a_draft_with_a_reason_until_it_is_submitted_again() {
        profile.submit(ANA, NOW);
        assertThat(profile.submittedAt()).isEqualTo(NOW);
        profile.sendBack("Say more", ANA, NOW);
        assertThat(profile.state()).isEqualTo(ProfileState.DRAFT);
        assertThat(profile.submittedAt()).isNull();
        assertThat(profile.reviewNote()).isEqualTo("Say more");
        profile.submit(ANA, NOW);
        assertThat(profile.reviewNote()).isNull();
    }

    @Test
    void what_is_published_names_nobody_and_is_confirmed_for_a_year() {
        published();
        assertThat(profile.publishedContent())
                .hasValueSatisfying(content -> assertThat(content.contact()).isEqualTo(ProfileContent.Contact.NONE));
        assertThat(profile.content().contact().name()).isEqualTo("Ana Silva");
        assertThat(profile.confirmedOn()).isEqualTo(TODAY);
        assertThat(profile.confirmBy()).isEqualTo("2017-10-10");
        assertThat(profile.submittedAt()).isNull();
    }

    @Test
    void
            a_new_version_is_given_up_for_what_was_published_which_is_stale_from_the_day_on_which_it_was_to_be_confirmed() {
        for (LocalDate day : new LocalDate[] {LocalDate.of(2017, 10, 9), LocalDate.of(2017, 10, 10)}) {
            Profile again = new Profile("p", "porto", ProfileState.DRAFT, ProfileRulesTest.Samples.whole(), ANA, NOW);
            again.submit(ANA, NOW);
            again.publish(TODAY, ANA, NOW);
            again.edit(ProfileContent.named("Other").with(new ProfileContent.Contact("Eva", "")), ANA, NOW);
            assertThat(again.state()).isEqualTo(ProfileState.DRAFT);
            again.discard(day, ANA, NOW);
            assertThat(again.state()).isEqualTo(day.getDayOfMonth() == 9 ? ProfileState.PUBLISHED : ProfileState.STALE);
            assertThat(again.content().name()).isEqualTo("Optics Porto");
            assertThat(again.content().contact().name())
                    .as("who is to be asked stays")
                    .isEqualTo("Eva");
            assertThat(again.confirmedOn()).isEqualTo(TODAY);
        }
    }

    @Test
    void a_draft_of_which_nothing_is_published_has_nothing_to_go_back_to() {
        assertThatThrownBy(() -> profile.discard(TODAY, ANA, NOW)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void only_what_is_published_and_not_being_changed_goes_stale_and_is_confirmed_again() {
        profile.goStale();
        assertThat(profile.state()).isEqualTo(ProfileState.DRAFT);
        published();
        profile.goStale();
        assertThat(profile.state()).isEqualTo(ProfileState.STALE);
        profile.confirm(TODAY.plusYears(1), ANA, NOW);
        assertThat(profile.state()).isEqualTo(ProfileState.PUBLISHED);
        assertThat(profile.confirmBy()).isEqualTo("2018-10-10");
    }

    @Test
    void what_is_only_forming_stays_so_until_it_is_begun() {
        Profile forming = new Profile("p", "porto", ProfileState.FORMING, ProfileContent.named("Optics"), ANA, NOW);
        forming.edit(ProfileContent.named("Optics Porto"), ANA, NOW);
        assertThat(forming.state()).isEqualTo(ProfileState.FORMING);
        forming.begin(ANA, NOW);
        assertThat(forming.state()).isEqualTo(ProfileState.DRAFT);
    }

    @Test
    void no_step_is_taken_that_the_state_does_not_allow() {
        assertThatThrownBy(() -> profile.publish(TODAY, ANA, NOW)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> profile.takeBack(ANA, NOW)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> profile.sendBack("no", ANA, NOW)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> profile.confirm(TODAY, ANA, NOW)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> profile.begin(ANA, NOW)).isInstanceOf(IllegalStateException.class);
        profile.submit(ANA, NOW);
        assertThatThrownBy(() -> profile.submit(ANA, NOW)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> profile.edit(ProfileContent.named("x"), ANA, NOW))
                .isInstanceOf(IllegalStateException.class);
        profile.takeBack(ANA, NOW);
        assertThat(profile.state()).isEqualTo(ProfileState.DRAFT);
    }

    private void published() {
        profile.submit(ANA, NOW);
        profile.publish(TODAY, ANA, NOW);
    }
}
