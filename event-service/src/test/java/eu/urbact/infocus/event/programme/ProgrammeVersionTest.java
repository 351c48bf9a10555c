package eu.urbact.infocus.event.programme;

import java.time.Instant;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import static eu.urbact.infocus.event.programme.Examples.item;
import static eu.urbact.infocus.event.programme.Examples.programme;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class ProgrammeVersionTest {

    private static final Instant MONDAY = Instant.parse("2016-10-10T08:00:00Z");
    private static final Instant TUESDAY = Instant.parse("2016-10-11T08:00:00Z");

    private final Programme content = programme(item("a", "09:00", null));
    private final Programme otherContent = programme(item("b", "09:00", null));
    private final ProgrammeVersion draft = ProgrammeVersion.draft(new UUID(0, 1), new UUID(0, 2), content, MONDAY);

    @Test
    void theSameContentIsNoNewRevision() {
        assertThat(draft.replaceWith(programme(item("a", "09:00", null)), TUESDAY))
                .isFalse();
        assertThat(draft.revision()).isEqualTo(1);
        assertThat(draft.changedAt()).isEqualTo(MONDAY);
    }

    @Test
    void otherContentIs() {
        assertThat(draft.replaceWith(otherContent, TUESDAY)).isTrue();
        assertThat(draft.revision()).isEqualTo(2);
        assertThat(draft.changedAt()).isEqualTo(TUESDAY);
    }

    @Test
    void aReleaseIsASnapshot() {
        ProgrammeVersion release = draft.release(new UUID(0, 3), 7, TUESDAY);
        draft.replaceWith(otherContent, TUESDAY);

        assertThat(release.programme()).isEqualTo(content);
        assertThat(release.number()).isEqualTo(7);
        assertThat(release.releasedAt()).isEqualTo(TUESDAY);
        assertThat(draft.number()).isNull();
    }

    @Test
    void aReleaseNeverChanges() {
        ProgrammeVersion release = draft.release(new UUID(0, 3), 1, TUESDAY);

        assertThatThrownBy(() -> release.replaceWith(otherContent, TUESDAY)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> release.release(new UUID(0, 4), 2, TUESDAY)).isInstanceOf(IllegalStateException.class);
    }
}
