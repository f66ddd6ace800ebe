package com.spendtracker.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
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

/** Addresses as no client of good will writes them, past every library that would mend them. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@Import(GatewayTests.Tokens.class)
class AddressTests {
    private static final Backend BACKEND = new Backend("backend");

    private final int port;

    AddressTests(@LocalServerPort int port) {
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
    @ValueSource(
            strings = {
                "/api/v1%2ftransactions",
                "/api/v1/transactions%2F1",
                "/api/v1/transactions%5c1",
                "/api\\v1\\transactions",
                "/api/v1/%2e%2e/v1/transactions",
                "/api/v1/transactions/%2E",
                "/api/v1/../v1/transactions",
                "/api/v1/./transactions",
                "/api/v1/transactions/..",
                "/api/v1/transactions/.",
                "/../etc/passwd",
                "/api/v1/transactions;a=b",
                "/api/v1/transactions%3b",
                "/api;/v1/transactions",
                "/api/v1//transactions",
                "//evil.example/api/v1/transactions",
                "/api/v1/transactions//",
                "/api/v1/transactions%00",
                "/api/v1/transactions%0d%0aX-Evil:1",
                "/assets/%01",
                "/a%1bb",
                "/a%7fb",
                "/a%c2%85b",
                "/api/v1/%252e%252e/transactions",
                "/a%25b",
                "/a%zz",
                "/a%",
                "/a%2",
                "/a?b=%zz",
                "/a%c0%af",
                "/a%ff",
                "/\u00e9",
                "/a|b",
                "/a b",
                "/a\tb",
                "/a\u0001b",
                "/a\u0000b",
                "a",
                "*",
                "ftp://localhost/",
                "http:///",
                "http://localhost/a/../b",
                "localhost:80"
            })
    void addressWhenNotPlainThenRefusedBeforeAnyService(String address) throws IOException {
        String answer = Wire.ask(port, "GET " + address + " HTTP/1.1", "Authorization: Bearer good");

        assertThat(answer).startsWith("HTTP/1.1 400 ");
        if (!answer.endsWith("\r\n\r\n")) { // not even a request, so that there is nobody to say more
            assertThat(answer)
                    .containsIgnoringCase("content-type: application/problem+json")
                    .contains("\"type\":\"urn:spend-tracker:problem:invalid-input\"", "\"request_id\":");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api", "/api/", "/api/v2/transactions", "/api/v1", "/api/v1/nothing", "/api/v1/eventsx"})
    void apiWhenNotDeclaredThenNoServiceIsAsked(String path) throws IOException {
        assertThat(Wire.ask(port, "GET " + path + " HTTP/1.1", "Authorization: Bearer good"))
                .startsWith("HTTP/1.1 404 ")
                .contains("urn:spend-tracker:problem:not-found")
                .doesNotContain("backend GET");
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "PUT", "DELETE", "PATCH", "OPTIONS"})
    void pageWhenNotReadThenNoServiceIsAsked(String method) throws IOException {
        assertThat(Wire.ask(port, method + " / HTTP/1.1", "Content-Length: 0"))
                .startsWith("HTTP/1.1 404 ")
                .doesNotContain("backend");
    }

    @ParameterizedTest
    @ValueSource(strings = {"TRACE", "CONNECT", "PROPFIND", "get", "\u0000GET", "GET\u0001"})
    void methodWhenNoneOfHttpsUsualThenRefused(String method) throws IOException {
        assertThat(Wire.ask(port, method + " /api/v1/transactions HTTP/1.1"))
                .startsWith("HTTP/1.1 4")
                .doesNotContain("backend");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/transactions?q=a%2fb%3bc%25d%c3%bc", "/a-b_c~d.e/%c3%bc", "/?a=b;c"})
    void addressWhenPlainThenPassedOnAsItIs(String address) throws IOException {
        assertThat(Wire.ask(port, "GET " + address + " HTTP/1.1", "Authorization: Bearer good"))
                .startsWith("HTTP/1.1 200 ")
                .contains("backend GET " + address + "\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "Host: a\r\nHost: b\r\n", "Host: a b\r\n", "Host: a/b\r\n", "Host:\r\n", "Host: a@b\r\n"})
    void hostWhenNotOneThenRefused(String hosts) throws IOException {
        try (Wire wire = new Wire(port)) {
            assertThat(wire.say("GET / HTTP/1.1\r\n" + hosts + "Connection: close\r\n\r\n")
                            .rest())
                    .startsWith("HTTP/1.1 400 ")
                    .doesNotContain("backend");
        }
    }

    @Test
    void partsWhenAskedForThenAllIsAnswered() throws IOException {
        assertThat(Wire.ask(port, "GET /page HTTP/1.1", "Range: bytes=0-0,2-3"))
                .contains("backend GET /page\n")
                .doesNotContainIgnoringCase("range");
    }

    @Test
    void addressWhenWholeAsAProxyIsAskedThenItsPathCounts() throws IOException {
        assertThat(Wire.ask(port, "GET http://localhost/sign-in HTTP/1.1")).contains("backend GET /sign-in\n");
    }
}
