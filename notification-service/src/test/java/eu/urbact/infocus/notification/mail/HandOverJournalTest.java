package eu.urbact.infocus.notification.mail;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import eu.urbact.infocus.notification.mail.HandOverJournal.Interrupted;
import eu.urbact.infocus.notification.mail.HandOverJournal.Note;
import eu.urbact.infocus.notification.mail.HandOverJournal.Progress;
import eu.urbact.infocus.notification.smtp.Delivery.Outcome;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class HandOverJournalTest {

    private static final UUID BOOT = UUID.randomUUID();
    private static final int PLACES = 4;

    @TempDir
    private Path directory;

    private final UUID mail = UUID.randomUUID();
    private final UUID claim = UUID.randomUUID();

    @Test
    void aNewJournalKnowsNothing() {
        try (HandOverJournal journal = open(BOOT)) {
            assertThat(journal.interrupted()).isEmpty();
        }
    }

    @Test
    void eachProgressIsFoundByTheNextProcess() throws InterruptedException {
        try (HandOverJournal journal = open(BOOT)) {
            journal.settled();
            journal.note().preparing(mail, claim);
            Note dot = journal.note();
            dot.preparing(mail, claim);
            dot.finalDot();
            Note ended = journal.note();
            ended.preparing(mail, claim);
            ended.finalDot();
            ended.ended(Outcome.ACCEPTED);
            // killed here: nothing is written on closing
        }
        try (HandOverJournal next = open(BOOT)) {
            assertThat(next.interrupted())
                    .containsExactly(
                            new Interrupted(mail, claim, Progress.NOT_SENT, null),
                            new Interrupted(mail, claim, Progress.NO_REPLY, null),
                            new Interrupted(mail, claim, Progress.ENDED, Outcome.ACCEPTED));
        }
        try (HandOverJournal again = open(BOOT)) {
            assertThat(again.interrupted()).as("until they are settled").hasSize(3);
            again.settled();
        }
        try (HandOverJournal settled = open(BOOT)) {
            assertThat(settled.interrupted()).isEmpty();
        }
    }

    @Test
    void whatIsRecordedIsForgotten() throws InterruptedException {
        try (HandOverJournal journal = open(BOOT)) {
            journal.settled();
            Note note = journal.note();
            note.preparing(mail, claim);
            note.finalDot();
            note.ended(Outcome.ACCEPTED);
            note.recorded();
            Note neverPrepared = journal.note();
            neverPrepared.ended(Outcome.NOT_YET);
        }
        try (HandOverJournal next = open(BOOT)) {
            assertThat(next.interrupted()).isEmpty();
        }
    }

    @Test
    void aJournalOfAnotherBootIsNotBelieved() throws InterruptedException {
        try (HandOverJournal journal = open(BOOT)) {
            journal.settled();
            journal.note().preparing(mail, claim);
        }
        try (HandOverJournal next = open(UUID.randomUUID())) {
            assertThat(next.interrupted()).isEmpty();
        }
        try (HandOverJournal back = open(BOOT)) {
            assertThat(back.interrupted()).as("and is wiped").isEmpty();
        }
    }

    @Test
    void aFileOfSomethingElseIsNotBelieved() throws IOException {
        Files.writeString(directory.resolve("journal"), "x".repeat(1000));
        try (HandOverJournal journal = open(BOOT)) {
            assertThat(journal.interrupted()).isEmpty();
        }
    }

    @Test
    void twoInstancesHaveTheirOwn() throws InterruptedException {
        try (HandOverJournal first = open(BOOT);
                HandOverJournal second = open(BOOT)) {
            first.settled();
            second.settled();
            first.note().preparing(mail, claim);
        }
        assertThat(directory.resolve("journal.1")).exists();
        try (HandOverJournal next = open(BOOT);
                HandOverJournal other = open(BOOT)) {
            assertThat(next.interrupted()).hasSize(1);
            assertThat(other.interrupted()).isEmpty();
        }
    }

    @Test
    void settlingTwiceNeitherForgetsNorDoublesAPlace() throws Exception {
        ExecutorService otherSender = Executors.newSingleThreadExecutor();
        try (HandOverJournal journal = open(BOOT)) {
            journal.settled();
            for (int place = 0; place < PLACES; place++) {
                journal.note().preparing(mail, claim);
            }
            journal.settled();
            Future<Note> oneTooMany = otherSender.submit(journal::note);
            assertThatExceptionOfType(TimeoutException.class)
                    .isThrownBy(() -> oneTooMany.get(200, TimeUnit.MILLISECONDS));
        } finally {
            otherSender.shutdownNow();
        }
        try (HandOverJournal next = open(BOOT)) {
            assertThat(next.interrupted()).hasSize(PLACES);
        }
    }

    @Test
    void onlyItsOwnerReadsAndWritesIt() throws IOException {
        Path file = directory.resolve("own").resolve("journal");
        HandOverJournal.open(file, BOOT, PLACES).close();
        assertThat(permissions(file)).isEqualTo("rw-------");
        assertThat(permissions(file.getParent())).isEqualTo("rwx------");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-rw-rw-"));
        HandOverJournal.open(file, BOOT, PLACES).close();
        assertThat(permissions(file)).as("of an older version").isEqualTo("rw-------");
    }

    @Test
    void aLinkInItsPlaceIsRefusedAndItsTargetLeftAlone() throws IOException {
        Path target = Files.writeString(directory.resolve("target"), "precious");
        Files.createSymbolicLink(directory.resolve("journal"), target);
        assertThatExceptionOfType(UncheckedIOException.class).isThrownBy(() -> open(BOOT));
        assertThat(target).hasContent("precious");
    }

    @Test
    void aPlaceThatCannotBeWrittenIsSaidAtStart() throws IOException {
        Path file = Files.createFile(directory.resolve("file"));
        assertThatExceptionOfType(UncheckedIOException.class)
                .isThrownBy(() -> HandOverJournal.open(file.resolve("journal"), BOOT, PLACES));
    }

    @Test
    void theBootHasOneIdentity() {
        assertThat(BootIdentity.current()).isEqualTo(BootIdentity.current());
    }

    private static String permissions(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }

    private HandOverJournal open(UUID boot) {
        return HandOverJournal.open(directory.resolve("journal"), boot, PLACES);
    }
}
