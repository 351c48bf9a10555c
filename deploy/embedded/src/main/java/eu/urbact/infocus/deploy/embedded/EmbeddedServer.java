package eu.urbact.infocus.deploy.embedded;

import java.nio.file.Path;

/** A server that can be started, stopped and started again on the same port and the same data. */
public interface EmbeddedServer extends AutoCloseable {

    /** What the server is called in messages, for instance {@code kafka}. */
    String name();

    /**
     * Starts the server and returns when it answers. Does nothing when it runs already.
     *
     * @throws ServerException when the port is taken, or the server ends or stays silent; the message is one line, the
     *     end of the server's log is in {@link ServerException#logTail()}
     */
    void start();

    /** Stops the server and keeps its port and data. Does nothing when it does not run. */
    void stop();

    /** Whether the server's process is alive. */
    boolean isRunning();

    /** The port it listens on; known before the first start. */
    int port();

    /** The file that the server writes its log to. */
    Path logFile();

    /** Stops the server; data that was not given a place by the caller is deleted. */
    @Override
    void close();
}
