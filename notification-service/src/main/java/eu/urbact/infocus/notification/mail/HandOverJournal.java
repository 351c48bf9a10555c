package eu.urbact.infocus.notification.mail;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

import eu.urbact.infocus.notification.smtp.Delivery.Outcome;

/**
 * Notes how far running hand-overs are, in a memory-mapped file: a store into it takes nanoseconds and outlives the process, however it is
 * killed. The note in the database cannot be that close to the final dot; between the two a killed process would leave a mail of which
 * nobody knows anything. This journal knows: not yet sent, being sent, or answered.
 *
 * <p>It does not outlive the machine: what a crash of the operating system leaves in the file may be older than the truth, so a journal of
 * another boot is not believed. Then, and when the file is lost, the database's note decides alone, and the mail is unclear.
 */
final class HandOverJournal implements AutoCloseable {

    /** How far a hand-over was when its process died. */
    enum Progress {
        /** The final dot was certainly not sent. */
        NOT_SENT,
        /** The final dot was sent, probably; no reply was seen. */
        NO_REPLY,
        /** The reply was seen. */
        ENDED
    }

    /**
     * A hand-over that was never recorded in the database.
     *
     * @param outcome how it ended; null unless it ended
     */
    record Interrupted(UUID mailId, UUID claim, Progress progress, Outcome outcome) {}

    /** The place of one running hand-over; for one sender at a time. */
    final class Note {

        private final int slot;

        private Note(int slot) {
            this.slot = slot;
        }

        /** The hand-over is about to be noted in the database. */
        void preparing(UUID mailId, UUID claim) {
            set(slot, EMPTY);
            file.putLong(slot + MAIL, mailId.getMostSignificantBits());
            file.putLong(slot + MAIL + Long.BYTES, mailId.getLeastSignificantBits());
            file.putLong(slot + CLAIM, claim.getMostSignificantBits());
            file.putLong(slot + CLAIM + Long.BYTES, claim.getLeastSignificantBits());
            set(slot, PREPARING);
        }

        /** The next thing is the final dot. */
        void finalDot() {
            set(slot, FINAL_DOT);
        }

        /** This is how it ended; a hand-over that never came to its preparation is not noted. */
        void ended(Outcome outcome) {
            if ((int) PROGRESS.getAcquire(file, slot) != EMPTY) {
                set(slot, FIRST_OUTCOME + OUTCOMES.indexOf(outcome));
            }
        }

        /** The database knows how it ended: the place is free for the next one. */
        void recorded() {
            set(slot, EMPTY);
            free.add(this);
        }
    }

    private static final VarHandle PROGRESS = MethodHandles.byteBufferViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);

    private static final long MAGIC = 0x496E466F63757331L;
    private static final int BOOT = 8;
    private static final int SLOT_SIZE = 64;
    private static final int MAIL = 8;
    private static final int CLAIM = 24;

    private static final int EMPTY = 0;
    private static final int PREPARING = 1;
    private static final int FINAL_DOT = 2;
    private static final int FIRST_OUTCOME = 16;

    /** The order is part of the file's format. */
    private static final List<Outcome> OUTCOMES =
            List.of(Outcome.ACCEPTED, Outcome.NOT_YET, Outcome.REFUSED, Outcome.UNKNOWN, Outcome.STOPPED);

    private static final int MOST_INSTANCES = 16;

    private static final Set<PosixFilePermission> OWNER_ONLY = PosixFilePermissions.fromString("rw-------");
    private static final Set<PosixFilePermission> OWNER_ONLY_DIRECTORY = PosixFilePermissions.fromString("rwx------");

    /** A link in the place of the file is refused: whoever put it there would choose what this process overwrites. */
    private static final Set<OpenOption> OPTIONS = Set.of(
            StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS);

    private final FileChannel channel;
    private final MappedByteBuffer file;
    private final List<Interrupted> interrupted;
    private final BlockingQueue<Note> free = new LinkedBlockingQueue<>();
    private boolean settled;

    private HandOverJournal(FileChannel channel, MappedByteBuffer file, List<Interrupted> interrupted) {
        this.channel = channel;
        this.file = file;
        this.interrupted = interrupted;
    }

    /**
     * Opens the journal, or a numbered neighbour when another living process has it, and reads what the last process left in it.
     *
     * @param path the file; it and its directory are created for the owner of this process only
     * @param boot identifies the time since the machine was started
     * @param places number of hand-overs at a time
     * @throws UncheckedIOException when there is no such place in the file system, or the file is a link or somebody else's
     */
    static HandOverJournal open(Path path, UUID boot, int places) {
        try {
            Path directory = path.toAbsolutePath().getParent();
            Files.createDirectories(directory, attributes(directory, OWNER_ONLY_DIRECTORY));
            for (int instance = 0; instance < MOST_INSTANCES; instance++) {
                Path numbered = instance == 0 ? path : path.resolveSibling(path.getFileName() + "." + instance);
                HandOverJournal journal = tryOpen(numbered, boot, places);
                if (journal != null) {
                    return journal;
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The hand-over journal " + path + " cannot be used", e);
        }
        throw new UncheckedIOException(
                new IOException("The hand-over journal " + path + " has " + MOST_INSTANCES + " users already"));
    }

    private static HandOverJournal tryOpen(Path path, UUID boot, int places) throws IOException {
        FileChannel channel = FileChannel.open(path, OPTIONS, attributes(path, OWNER_ONLY));
        FileLock lock;
        try {
            lock = channel.tryLock();
        } catch (OverlappingFileLockException inThisProcess) {
            lock = null;
        }
        if (lock == null) {
            channel.close();
            return null;
        }
        if (hasPermissions(path)) {
            // the file may be older than this rule, or somebody else's: then this fails, and so does the start
            Files.setPosixFilePermissions(path, OWNER_ONLY);
        }
        // an earlier process may have had more places
        long size = Math.max(channel.size(), (long) SLOT_SIZE * (places + 1));
        size = (size + SLOT_SIZE - 1) / SLOT_SIZE * SLOT_SIZE;
        MappedByteBuffer file = channel.map(FileChannel.MapMode.READ_WRITE, 0, size);
        file.order(ByteOrder.BIG_ENDIAN);
        List<Interrupted> interrupted = new ArrayList<>();
        boolean believed = file.getLong(0) == MAGIC
                && file.getLong(BOOT) == boot.getMostSignificantBits()
                && file.getLong(BOOT + Long.BYTES) == boot.getLeastSignificantBits();
        HandOverJournal journal = new HandOverJournal(channel, file, interrupted);
        for (int slot = SLOT_SIZE; slot < size; slot += SLOT_SIZE) {
            if (believed) {
                journal.read(slot);
            } else {
                journal.set(slot, EMPTY);
            }
        }
        file.putLong(BOOT, boot.getMostSignificantBits());
        file.putLong(BOOT + Long.BYTES, boot.getLeastSignificantBits());
        file.putLong(0, MAGIC);
        return journal;
    }

    /** None on systems that have no such permissions: there the directory's access list decides. */
    private static FileAttribute<?>[] attributes(Path path, Set<PosixFilePermission> permissions) {
        return hasPermissions(path)
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(permissions)}
                : new FileAttribute<?>[0];
    }

    private static boolean hasPermissions(Path path) {
        return path.getFileSystem().supportedFileAttributeViews().contains("posix");
    }

    private void read(int slot) {
        int progress = (int) PROGRESS.getAcquire(file, slot);
        int outcome = progress - FIRST_OUTCOME;
        boolean ended = outcome >= 0 && outcome < OUTCOMES.size();
        if (!ended && progress != PREPARING && progress != FINAL_DOT) {
            set(slot, EMPTY);
            return;
        }
        interrupted.add(new Interrupted(
                new UUID(file.getLong(slot + MAIL), file.getLong(slot + MAIL + Long.BYTES)),
                new UUID(file.getLong(slot + CLAIM), file.getLong(slot + CLAIM + Long.BYTES)),
                ended ? Progress.ENDED : progress == PREPARING ? Progress.NOT_SENT : Progress.NO_REPLY,
                ended ? OUTCOMES.get(outcome) : null));
    }

    /** What the last process was doing when it died. */
    List<Interrupted> interrupted() {
        return List.copyOf(interrupted);
    }

    /**
     * The database knows what became of all interrupted hand-overs: from now on there is a place for each sender. Once only; said again, it
     * changes nothing, because the places may be in use by then.
     */
    synchronized void settled() {
        if (settled) {
            return;
        }
        settled = true;
        interrupted.clear();
        for (int slot = SLOT_SIZE; slot < file.capacity(); slot += SLOT_SIZE) {
            set(slot, EMPTY);
            free.add(new Note(slot));
        }
    }

    /**
     * A place for one hand-over; waits when there is none.
     *
     * @throws InterruptedException when the waiting thread is interrupted
     */
    Note note() throws InterruptedException {
        return free.take();
    }

    private void set(int slot, int progress) {
        PROGRESS.setRelease(file, slot, progress);
    }

    @Override
    public void close() {
        try {
            // ends the lock, too
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
