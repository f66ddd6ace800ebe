package com.spendtracker.gateway;

import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;

/** A connection on which a test says exactly what it likes, byte by byte. */
final class Wire implements AutoCloseable {
    private static final int PATIENCE_MILLIS = 20_000;

    /** Little, so that a test that takes nothing soon holds up the other side. */
    private static final int RECEIVED_AT_ONCE = 4 * 1024;

    private final Socket socket;

    Wire(int port) throws IOException {
        socket = new Socket();
        socket.setReceiveBufferSize(RECEIVED_AT_ONCE);
        socket.setSoTimeout(PATIENCE_MILLIS);
        socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
    }

    /** The whole answer to this request line and these headers, after which the connection ends. */
    static String ask(int port, String requestLine, String... headers) throws IOException {
        try (Wire wire = new Wire(port)) {
            StringBuilder head = new StringBuilder(requestLine).append("\r\nHost: localhost\r\nConnection: close\r\n");
            for (String header : headers) {
                head.append(header).append("\r\n");
            }
            return wire.say(head.append("\r\n").toString()).rest();
        }
    }

    Wire say(String text) throws IOException {
        OutputStream out = socket.getOutputStream();
        out.write(text.getBytes(StandardCharsets.ISO_8859_1));
        out.flush();
        return this;
    }

    /** What is said until the other side closes. */
    String rest() throws IOException {
        return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    /** Takes so many bytes of what is said, waiting for them. */
    void take(int bytes) throws IOException {
        if (socket.getInputStream().readNBytes(bytes).length < bytes) {
            throw new EOFException("Cut off");
        }
    }

    /** How many bytes are still said until the other side closes; those of a connection that it broke off don't count. */
    long countRest() throws IOException {
        try {
            return socket.getInputStream().transferTo(OutputStream.nullOutputStream());
        } catch (SocketException _) {
            return 0;
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
