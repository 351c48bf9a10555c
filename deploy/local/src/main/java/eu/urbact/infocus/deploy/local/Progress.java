package eu.urbact.infocus.deploy.local;

import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;

/** What the person at the terminal reads while the platform starts and runs. */
final class Progress {

    private final PrintStream out;
    private final long start = System.nanoTime();

    Progress(PrintStream out) {
        this.out = out;
    }

    /** One line, with the seconds since the launcher was started. */
    void say(String line) {
        double seconds = Duration.ofNanos(System.nanoTime() - start).toMillis() / 1000.0;
        print(String.format(Locale.ROOT, "%6.1f s  %s", seconds, line));
    }

    /** Lines as they are. */
    synchronized void print(String lines) {
        out.println(lines);
        out.flush();
    }
}
