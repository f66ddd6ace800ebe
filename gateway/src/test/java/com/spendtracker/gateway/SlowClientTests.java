package com.spendtracker.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.SocketException;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** Clients, and services, that hold on to a connection and give nothing for it are cut off; those that are merely slow are not. */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "CLIENT_HEADER_TIMEOUT=400ms",
            "CLIENT_BODY_TIMEOUT=400ms",
            "CLIENT_SEND_TIMEOUT=400ms",
            "SERVICE_PAUSE_TIMEOUT=2s"
        })
@Import(GatewayTests.Tokens.class)
class SlowClientTests {
    private static final Backend BACKEND = new Backend("backend");
    private static final int DRIP_MILLIS = 100;
    private static final int MANY = 100;
    /** More than all buffers on the way hold. */
    private static final long FITS_BETWEEN = 100_000_000;

    private final int port;

    SlowClientTests(@LocalServerPort int port) {
        this.port = port;
    }

    @DynamicPropertySource
    static void backends(DynamicPropertyRegistry properties) {
        List.of("AUTH_SERVICE_URL", "ANALYTICS_SERVICE_URL", "WEB_UI_URL")
                .forEach(name -> properties.add(name, BACKEND::url));
    }

    @AfterAll
    static void stop() {
        BACKEND.stop();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "GET / HTTP/1.1\r\nHost: localhost\r\nX-Slow: "})
    void headersWhenTheyDripThenCut(String begin) throws Exception {
        try (Wire wire = new Wire(port)) {
            wire.say(begin);
            assertThat(dripUntilCut(wire)).isLessThan(MANY);
        }
    }

    @Test
    void headersOfTheNextRequestWhenTheyDripThenCut() throws Exception {
        try (Wire wire = new Wire(port)) {
            wire.say("GET / HTTP/1.1\r\nHost: localhost\r\n\r\nGET /next HT");
            assertThat(dripUntilCut(wire)).isLessThan(MANY);
            assertThat(wire.rest()).contains("backend GET /").doesNotContain("/next");
        }
    }

    @Test
    void connectionWhenQuietBetweenRequestsThenKept() throws Exception {
        try (Wire wire = new Wire(port)) {
            wire.say("GET /first HTTP/1.1\r\nHost: localhost\r\n\r\n");
            Thread.sleep(1_000);
            wire.say("GET /second HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
            assertThat(wire.rest()).contains("backend GET /first", "backend GET /second");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"Content-Length: 5000", "Transfer-Encoding: chunked"})
    void bodyWhenItStallsThenCut(String length) throws Exception {
        try (Wire wire = new Wire(port)) {
            wire.say("POST /api/v1/login HTTP/1.1\r\nHost: localhost\r\n" + length + "\r\n\r\n5\r\nuser=");

            assertThat(wire.rest())
                    .satisfiesAnyOf(
                            cut -> assertThat(cut).isEmpty(),
                            told -> assertThat(told)
                                    .startsWith("HTTP/1.1 408 ")
                                    .contains("urn:spend-tracker:problem:request-timeout"));
        }
    }

    @Test
    void bodyWhenSlowButSteadyThenRead() throws Exception {
        try (Wire wire = new Wire(port)) {
            wire.say(
                    "POST /api/v1/login HTTP/1.1\r\nHost: localhost\r\nContent-Length: 10\r\nConnection: close\r\n\r\n");
            for (int i = 0; i < 10; i++) {
                Thread.sleep(DRIP_MILLIS);
                wire.say("x");
            }
            assertThat(wire.rest()).startsWith("HTTP/1.1 200 ").contains("10 characters");
        }
    }

    @Test
    void bodyWhenRefusedAndSentOnForEverThenCut() throws Exception {
        try (Wire wire = new Wire(port)) {
            wire.say("POST /api/v1/login HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\n");
            String chunk = "1000\r\n" + "x".repeat(0x1000) + "\r\n";
            assertThat(untilCut(() -> wire.say(chunk))).isLessThan(MANY);
        }
    }

    @Test
    void answerWhenNothingOfItIsTakenThenCut() throws Exception {
        try (Wire wire = endless()) {
            Thread.sleep(2_000);
            assertThat(wire.countRest()).isLessThan(FITS_BETWEEN);
        }
    }

    @Test
    void answerWhenTakenSlowlyThenGoesOn() throws Exception {
        try (Wire wire = endless()) {
            for (int i = 0; i < 15; i++) {
                Thread.sleep(DRIP_MILLIS);
                wire.take(32 * 1024);
            }
        }
    }

    @Test
    void streamWhenNothingHappensThenKept() throws Exception {
        try (Wire wire = new Wire(port)) {
            assertThat(wire.say(asUser("/api/v1/events", "Connection: close")).rest())
                    .contains("first", "last");
        }
    }

    @Test
    void answerWhenTheServiceFallsSilentThenBrokenOff() throws Exception {
        try (Wire wire = new Wire(port)) {
            assertThat(wire.say(asUser("/api/v1/views/silent", "Accept: */*")).rest())
                    .contains("the beginning")
                    .doesNotContain("\r\n0\r\n");
        }
    }

    private Wire endless() throws IOException {
        return new Wire(port).say(asUser("/api/v1/views/endless", "Accept: */*"));
    }

    private static String asUser(String path, String header) {
        return "GET " + path + " HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer good\r\n" + header + "\r\n\r\n";
    }

    private static int dripUntilCut(Wire wire) throws Exception {
        return untilCut(() -> wire.say("x"));
    }

    private static int untilCut(Saying saying) throws Exception {
        for (int i = 0; i < MANY; i++) {
            try {
                saying.say();
            } catch (SocketException _) {
                return i;
            }
            Thread.sleep(DRIP_MILLIS);
        }
        return MANY;
    }

    /** Something that is said on a connection, as long as it is there. */
    @FunctionalInterface
    private interface Saying {
        void say() throws IOException;
    }
}
