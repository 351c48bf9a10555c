package eu.urbact.infocus.notification.mail;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;

/** Tells one running time of the machine from the next: memory-mapped notes are to be believed within one only. */
final class BootIdentity {

    private static final Path LINUX = Path.of("/proc/sys/kernel/random/boot_id");

    private BootIdentity() {}

    /** The same until the machine is started again; made up, and so never the same, where the system does not tell. */
    static UUID current() {
        try {
            return named(Files.readString(LINUX));
        } catch (IOException notLinux) {
            return ProcessHandle.of(1)
                    .flatMap(init -> init.info().startInstant())
                    .map(start -> named(start.toString()))
                    .orElseGet(UUID::randomUUID);
        }
    }

    private static UUID named(String text) {
        return UUID.nameUUIDFromBytes(text.getBytes(StandardCharsets.UTF_8));
    }
}
