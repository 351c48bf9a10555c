package eu.urbact.infocus.portal.testing;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/** Everything that is logged between opening and closing. */
public final class Logs extends Handler implements AutoCloseable {

    private final List<String> lines = new CopyOnWriteArrayList<>();

    public Logs() {
        Logger.getLogger("").addHandler(this);
    }

    /** What was logged, with the traces of exceptions. */
    public String text() {
        return String.join("\n", lines);
    }

    @Override
    public void publish(LogRecord line) {
        Object[] parameters = line.getParameters() == null ? new Object[0] : line.getParameters();
        lines.add(line.getLoggerName() + " " + line.getMessage() + " " + List.of(parameters) + " " + line.getThrown());
    }

    @Override
    public void flush() {
        // nothing is held back
    }

    @Override
    public void close() {
        Logger.getLogger("").removeHandler(this);
    }
}
