package com.spendtracker.localstack;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Consumer;

/** Hands out the ports of this machine's loopback, each at most once. */
final class Ports {

    private static final int PROBE_MILLIS = 300;

    private final Set<Integer> given = new HashSet<>();
    private final Consumer<String> notices;
    private boolean anyFree;

    /** Makes a set of ports that tells its notices (a wished port was taken) to the given listener. */
    Ports(Consumer<String> notices) {
        this.notices = notices;
    }

    /**
     * Takes exactly this port; 0 takes any free one.
     *
     * @throws StackException if another program listens there; the message names the program where it can be found
     */
    int takePublic(int port) throws IOException {
        if (port != 0 && isTaken(port)) {
            String owner = PortOwner.find(port).map(found -> " by " + found).orElse(" by another program");
            throw new StackException("port " + port + " is taken" + owner
                    + ". Stop that program, or choose another port: ./run --port " + (port == 65_535 ? 0 : port + 1));
        }
        anyFree = port == 0;
        return anyFree ? takeFree() : give(port);
    }

    /**
     * Takes the preferred port, or any free one if that is taken. Who does not care about the public port has several
     * stacks at once, as tests do: then no preference is followed, because another stack may be about to.
     */
    int takePreferred(String purpose, int preferred) throws IOException {
        if (anyFree) {
            return takeFree();
        }
        if (!given.contains(preferred) && !isTaken(preferred)) {
            return give(preferred);
        }
        int port = takeFree();
        notices.accept("port " + preferred + " is taken; " + purpose + " uses " + port + " instead");
        return port;
    }

    /** Takes any port that is free. */
    int takeFree() throws IOException {
        int port;
        do {
            try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
                port = socket.getLocalPort();
            }
        } while (given.contains(port));
        return give(port);
    }

    private int give(int port) {
        given.add(port);
        return port;
    }

    static boolean isTaken(int port) {
        // Asked both ways: macOS lets one bind beside a wildcard listener, and a browser may try ::1 first.
        return accepts("127.0.0.1", port) || accepts("::1", port) || !canBind(port);
    }

    private static boolean accepts(String host, int port) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(host, port), PROBE_MILLIS);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private static boolean canBind(int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
