package eu.urbact.infocus.notification.smtp;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.channels.SocketChannel;
import javax.net.SocketFactory;

/** Opens the socket of one connection and remembers it, so that it can be asked whether the other side is still there. */
final class PlainSockets extends SocketFactory {

    private SocketChannel opened;

    /** The last opened channel; null before the first. */
    SocketChannel opened() {
        return opened;
    }

    @Override
    public Socket createSocket() throws IOException {
        opened = SocketChannel.open();
        return opened.socket();
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
}
