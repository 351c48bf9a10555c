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

    private static final ReleaseNumbers FIRST = new ReleaseNumbers(1, 1, 1);

    private final Programme content = programme(item("a", "09:00", null));
    private final Programme otherContent = programme(item("b", "09:00", null));
    private final ProgrammeVersion draft = ProgrammeVersion.draft(new UUID(0, 1), new UUID(0, 2), content, MONDAY);

    @Test
    void eachReplacementIsANewRevision() {
        draft.replaceWith(otherContent, TUESDAY);
        assertThat(draft.programme()).isEqualTo(otherContent);
        assertThat(draft.revision()).isEqualTo(2);
        assertThat(draft.changedAt()).isEqualTo(TUESDAY);
    }

    @Test
    void aReleaseIsASnapshot() {
        ProgrammeVersion release = draft.release(new UUID(0, 3), new ReleaseNumbers(7, 6, 5), TUESDAY);
        draft.replaceWith(otherContent, TUESDAY);

        assertThat(release.programme()).isEqualTo(content);
        assertThat(release.number()).isEqualTo(7);
        assertThat(release.numbers().shownTo(new Reader(true, true))).isEqualTo(7);
        assertThat(release.numbers().shownTo(new Reader(true, false))).isEqualTo(6);
        assertThat(release.numbers().shownTo(Reader.anonymous())).isEqualTo(5);
        assertThat(release.releasedAt()).isEqualTo(TUESDAY);
        assertThat(draft.number()).isNull();
    }

    @Test
    void aReleaseNeverChanges() {
        ProgrammeVersion release = draft.release(new UUID(0, 3), FIRST, TUESDAY);

        assertThatThrownBy(() -> release.replaceWith(otherContent, TUESDAY)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> release.release(new UUID(0, 4), FIRST, TUESDAY))
                .isInstanceOf(IllegalStateException.class);
    }
}
