package com.spendtracker.webui;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.client.reactive.JdkClientHttpConnector;
import org.springframework.test.web.reactive.server.WebTestClient;

/** The files, as a browser gets them; the test's own site stands in for the built one. */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = "spend-tracker.site.location=classpath:/test-site/")
class SiteWebFluxTests {
    private static final String ASSET = "/assets/app-0a1b2c3d.js";

    private final WebTestClient client;

    // This connector adds no Accept-Encoding of its own and hands over the bytes as they were sent.
    SiteWebFluxTests(@LocalServerPort int port) {
        this.client = WebTestClient.bindToServer(new JdkClientHttpConnector())
                .baseUrl("http://localhost:" + port)
                .build();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/index.html", "/sign-in", "/any/page", "/?from=2026-01-01&categories=A,B"})
    void pageWhenAnyAddressThenIndexThatIsAskedForAgain(String path) {
        client.get()
                .uri(path)
                .exchange()
                .expectStatus()
                .isOk()
                .expectHeader()
                .contentTypeCompatibleWith(MediaType.TEXT_HTML)
                .expectHeader()
                .valueEquals(HttpHeaders.CACHE_CONTROL, "no-cache")
                .expectHeader()
                .doesNotExist(HttpHeaders.LAST_MODIFIED)
                .expectBody(String.class)
                .value(body -> assertThat(body).contains("test page"));
    }

    @Test
    void pageWhenUnchangedThenNotSentAgain() {
        String tag = client.get()
                .uri("/")
                .exchange()
                .expectBody()
                .returnResult()
                .getResponseHeaders()
                .getETag();
        client.get()
                .uri("/sign-in")
                .header(HttpHeaders.IF_NONE_MATCH, Objects.requireNonNull(tag))
                .exchange()
                .expectStatus()
                .isNotModified();
    }

    @Test
    void assetThenKeptForever() {
        client.get()
                .uri(ASSET)
                .exchange()
                .expectStatus()
                .isOk()
                .expectHeader()
                .contentTypeCompatibleWith("text/javascript")
                .expectHeader()
                .valueEquals(HttpHeaders.CACHE_CONTROL, "max-age=31536000, public, immutable")
                .expectHeader()
                .doesNotExist(HttpHeaders.CONTENT_ENCODING)
                .expectBody(String.class)
                .value(body -> assertThat(body).contains("plain"));
    }

    @ParameterizedTest
    @CsvSource({
        "/sw.js, text/javascript, no-cache",
        "/manifest.webmanifest, application/manifest+json, no-cache",
        "/icon.svg, image/svg+xml, 'max-age=86400, public'"
    })
    void installedAppThenItsFilesAreKeptAsLongAsTheyMay(String path, String type, String kept) {
        client.get()
                .uri(path)
                .exchange()
                .expectStatus()
                .isOk()
                .expectHeader()
                .contentTypeCompatibleWith(type)
                .expectHeader()
                .valueEquals(HttpHeaders.CACHE_CONTROL, kept)
                .expectHeader()
                .exists(HttpHeaders.ETAG);
    }

    @ParameterizedTest
    @ValueSource(strings = {"br", "gzip, deflate, br, zstd", "gzip;q=1.0, br;q=0.5"})
    void assetWhenBrotliAcceptedThenBrotli(String accepted) {
        assertEncoding(accepted, "br", "not really brotli\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"gzip", "gzip, deflate", "gzip, br;q=0", "gzip, br;q=0.0, zstd"})
    void assetWhenBrotliNotAcceptedThenGzip(String accepted) {
        assertEncoding(accepted, "gzip", "not really gzip\n");
    }

    private void assertEncoding(String accepted, String encoding, String content) {
        client.get()
                .uri(ASSET)
                .header(HttpHeaders.ACCEPT_ENCODING, accepted)
                .exchange()
                .expectStatus()
                .isOk()
                .expectHeader()
                .valueEquals(HttpHeaders.CONTENT_ENCODING, encoding)
                .expectHeader()
                .valueEquals(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING)
                .expectHeader()
                .contentTypeCompatibleWith("text/javascript")
                .expectBody(String.class)
                .isEqualTo(content);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/assets/app-gone.js", "/assets/", "/assets/folder", "/favicon.ico", "/any/page.html", "/.env"})
    void fileWhenMissingThenNotFound(String path) {
        client.get()
                .uri(path)
                .exchange()
                .expectStatus()
                .isNotFound()
                .expectHeader()
                .contentType(MediaType.APPLICATION_PROBLEM_JSON);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/../application.yml",
                "/%2e%2e/application.yml",
                "/assets/..%2f..%2fapplication.yml",
                "/assets/%252e%252e/%252e%252e/application.yml"
            })
    void fileWhenOutsideTheSiteThenNotFound(String path) {
        client.get()
                .uri(builder -> URI.create(builder.build() + path))
                .exchange()
                .expectStatus()
                .is4xxClientError();
    }

    @Test
    void headThenHeadersOnly() {
        client.head()
                .uri("/")
                .exchange()
                .expectStatus()
                .isOk()
                .expectHeader()
                .exists(HttpHeaders.CONTENT_LENGTH)
                .expectBody()
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/sign-in", ASSET})
    void postThenMethodNotAllowed(String path) {
        client.post().uri(path).exchange().expectStatus().isEqualTo(405);
    }

    @Test
    void readinessThenUp() {
        client.get()
                .uri("/readyz")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.status")
                .isEqualTo("UP");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/actuator", "/actuator/health", "/actuator/env", "/actuator/unknown"})
    void actuatorWhenAskedForHereThenNotFound(String path) {
        client.get().uri(path).exchange().expectStatus().isNotFound();
    }
}
