package eu.urbact.infocus.deploy.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * PostgreSQL refuses to run as root. When we are root, its programs run as somebody else, without moving any file out of
 * the directory where root keeps its clone.
 */
enum OrdinaryUser {
    /** We are nobody special: nothing to do. */
    OURSELVES(""),

    /** In a user namespace of its own the process is not root for PostgreSQL, while its files keep their owner. */
    NAMESPACE("unshare --user"),

    /**
     * Where namespaces are forbidden (many containers): the account "nobody", which gets the data directory and keeps the
     * right to pass through root's directories.
     */
    NOBODY("setpriv --reuid=65534 --regid=65534 --clear-groups --inh-caps=+dac_override --ambient-caps=+dac_override");

    private static final int NOBODY_ID = 65_534;

    private final String prefix;

    OrdinaryUser(String prefix) {
        this.prefix = prefix;
    }

    /** The way that works here. */
    static OrdinaryUser here() {
        boolean root = "root".equals(System.getProperty("user.name"));
        boolean linux = System.getProperty("os.name").startsWith("Linux");
        if (!root || !linux) {
            return OURSELVES;
        }
        return NAMESPACE.works() ? NAMESPACE : NOBODY;
    }

    private boolean works() {
        try {
            Process probe = new ProcessBuilder(
                            Stream.concat(prefix().stream(), Stream.of("true")).toList())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return probe.waitFor(10, TimeUnit.SECONDS) && probe.exitValue() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** What to put before a command. */
    List<String> prefix() {
        return prefix.isEmpty() ? List.of() : List.of(prefix.split(" "));
    }

    /** Makes the user the owner of a directory, which PostgreSQL insists on. */
    void own(Path directory) throws IOException {
        if (this == OURSELVES) {
            return;
        }
        int owner = this == NOBODY ? NOBODY_ID : 0;
        if (Files.getAttribute(directory, "unix:uid").equals(owner)) {
            return;
        }
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.toList()) {
                Files.setAttribute(file, "unix:uid", owner);
            }
        }
    }
}
