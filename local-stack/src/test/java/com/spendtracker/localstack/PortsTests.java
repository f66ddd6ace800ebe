package com.spendtracker.localstack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which ports a stack takes. */
class PortsTests {

    private final List<String> notices = new ArrayList<>();
    private final Ports ports = new Ports(notices::add);

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "0.0.0.0", "::1"})
    void takePublicWhenTakenThenRefusedWithPortAndProcess(String address) throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 5, InetAddress.getByName(address))) {
            assertThatExceptionOfType(StackException.class)
                    .isThrownBy(() -> ports.takePublic(taken.getLocalPort()))
                    .withMessageContaining("port " + taken.getLocalPort() + " is taken")
                    .withMessageContaining("pid " + ProcessHandle.current().pid());
        }
    }

    @Test
    void takePublicWhenFreeThenThatVeryPort() throws IOException {
        int port = freePort();
        assertThat(ports.takePublic(port)).isEqualTo(port);
    }

    @Test
    void takePublicWhenZeroThenAFreeOne() throws IOException {
        assertThat(Ports.isTaken(ports.takePublic(0))).isFalse();
    }

    @Test
    void takePreferredWhenTakenThenAnotherAndANotice() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            int port = ports.takePreferred("auth-service", taken.getLocalPort());

            assertThat(port).isNotEqualTo(taken.getLocalPort());
            assertThat(notices)
                    .containsExactly(
                            "port " + taken.getLocalPort() + " is taken; auth-service uses " + port + " instead");
        }
    }

    @Test
    void takePreferredWhenPublicPortIsAnyThenAnyToo() throws IOException {
        ports.takePublic(0);
        int preferred = freePort();

        assertThat(ports.takePreferred("web-ui", preferred)).isNotEqualTo(preferred);
        assertThat(notices).isEmpty();
    }

    @Test
    void takePreferredWhenGivenBeforeThenAnother() throws IOException {
        int port = ports.takePublic(freePort());
        assertThat(ports.takePreferred("web-ui", port)).isNotEqualTo(port);
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
