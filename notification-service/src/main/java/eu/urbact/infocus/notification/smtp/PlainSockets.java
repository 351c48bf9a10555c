package eu.urbact.infocus.notification.smtp;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import javax.net.SocketFactory;

/**
 * Opens the socket of one connection and stays close to it: it can be asked whether the other side is still there, and it calls back at
 * the last moment before bytes leave the process.
 */
final class PlainSockets extends SocketFactory {

    private ObservedSocket opened;

    /** Whether a socket was made here. With TLS from the first byte the library makes its own. */
    boolean inUse() {
        return opened != null;
    }

    /** Calls back once, immediately before the next bytes are given to the operating system. */
    void beforeNextWrite(Runnable callback) {
        opened.beforeNextWrite = callback;
    }

    /** Whether the other side has neither closed the line nor said anything unasked. Not to be asked behind TLS: it may read a byte. */
    boolean isQuiet() throws IOException {
        int timeout = opened.getSoTimeout();
        // the shortest there is; there is no way to ask a blocking socket without any wait
        opened.setSoTimeout(1);
        try {
            opened.getInputStream().read();
            return false;
        } catch (SocketTimeoutException nothingToRead) {
            return true;
        } finally {
            opened.setSoTimeout(timeout);
        }
    }

    @Override
    public Socket createSocket() {
        opened = new ObservedSocket();
        return opened;
    }

    @Override
    public Socket createSocket(String host, int port) throws IOException {
        throw new IOException("only unconnected sockets are made here");
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress local, int localPort) throws IOException {
        return createSocket(host, port);
    }

    @Override
    public Socket createSocket(InetAddress host, int port) throws IOException {
        return createSocket(host.getHostName(), port);
    }

    @Override
    public Socket createSocket(InetAddress host, int port, InetAddress local, int localPort) throws IOException {
        return createSocket(host, port);
    }

    private static final class ObservedSocket extends Socket {

        private Runnable beforeNextWrite;

        @Override
        public OutputStream getOutputStream() throws IOException {
            return new FilterOutputStream(super.getOutputStream()) {
                @Override
                public void write(int b) throws IOException {
                    tell();
                    out.write(b);
                }

                @Override
                public void write(byte[] bytes, int offset, int length) throws IOException {
                    tell();
                    out.write(bytes, offset, length);
                }
            };
        }

        private void tell() {
            Runnable callback = beforeNextWrite;
            if (callback != null) {
                beforeNextWrite = null;
                callback.run();
            }
        }
    }
}
