package com.spendtracker.support.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.InetSocketAddress;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;

class ClientAddressesTests {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                // A stranger may say what it likes.
                "203.0.113.9 | - | 203.0.113.9",
                "203.0.113.9 | 198.51.100.1 | 203.0.113.9",
                "203.0.113.9 | 10.0.0.1 | 203.0.113.9",
                // A proxy of ours says whom it was asked by.
                "10.0.0.1 | - | 10.0.0.1",
                "10.0.0.1 | 198.51.100.1 | 198.51.100.1",
                "10.0.0.1 | 198.51.100.1, 10.0.0.2 | 198.51.100.1",
                "::1 | 198.51.100.1 | 198.51.100.1",
                // What that one says in its turn is not believed.
                "10.0.0.1 | 6.6.6.6, 198.51.100.1 | 198.51.100.1",
                "10.0.0.1 | 6.6.6.6, 198.51.100.1, 10.0.0.2 | 198.51.100.1",
                // All of them are ours: the first of them asks.
                "10.0.0.1 | 10.0.0.3, 10.0.0.2 | 10.0.0.3",
                // What is no address ends it.
                "10.0.0.1 | localhost | 10.0.0.1",
                "10.0.0.1 | 198.51.100.1, evil.example | 10.0.0.1",
                "10.0.0.1 | 198.51.100.1, | 10.0.0.1",
                "10.0.0.1 | 198.51.100.1:80 | 10.0.0.1",
                "10.0.0.1 | 999.51.100.1 | 10.0.0.1",
                // One customer has a whole network, and one spelling.
                "10.0.0.1 | 2001:DB8:1:2:0:0:0:1 | 2001:db8:1:2::",
                "10.0.0.1 | 2001:db8:1:2:ffff::9 | 2001:db8:1:2::",
                "10.0.0.1 | ::ffff:198.51.100.1 | 198.51.100.1",
            })
    void addressThenNobodyButOurProxiesDecides(String peer, String forwarded, String expected) {
        assertThat(address(peer, forwarded == null ? List.of() : List.of(forwarded)))
                .isEqualTo(expected);
    }

    @Test
    void addressWhenTheHeaderComesInSeveralLinesThenTheyAreOne() {
        assertThat(address("10.0.0.1", List.of("6.6.6.6", "198.51.100.1", "10.0.0.2")))
                .isEqualTo("198.51.100.1");
    }

    @Test
    void settingsWhenAProxyIsNoNetworkThenRefusedAtTheStart() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ClientAddresses(new ClientAddressProperties(List.of("proxy.example"))));
    }

    private static String address(String peer, List<String> forwarded) {
        MockServerHttpRequest request = MockServerHttpRequest.get("/")
                .remoteAddress(new InetSocketAddress(peer, 4711))
                .header(ClientAddresses.HEADER, forwarded.toArray(String[]::new))
                .build();
        return new ClientAddresses(new ClientAddressProperties(List.of("10.0.0.0/8", " ::1"))).of(request);
    }
}
