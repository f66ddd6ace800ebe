package com.spendtracker.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyStore;
import java.util.Base64;
import java.util.List;
import javax.net.ssl.SSLException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.http.client.reactive.ReactorClientHttpConnector;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.reactive.server.WebTestClient;
import reactor.netty.http.client.HttpClient;

/** The gateway with a certificate of its own, which this test has made. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@Import(GatewayTests.Tokens.class)
class TlsTests {
    private static final Backend BACKEND = new Backend("backend");
    private static final char[] PASSWORD = "of this test".toCharArray();

    @TempDir
    static Path directory;

    private final int port;

    TlsTests(@LocalServerPort int port) {
        this.port = port;
    }

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry properties) throws Exception {
        List.of("AUTH_SERVICE_URL", "ANALYTICS_SERVICE_URL", "WEB_UI_URL")
                .forEach(name -> properties.add(name, BACKEND::url));
        makeCertificate();
        properties.add(
                "TLS_CERTIFICATE", () -> directory.resolve("certificate.pem").toString());
        properties.add("TLS_PRIVATE_KEY", () -> directory.resolve("key.pem").toString());
    }

    @AfterAll
    static void stop() {
        BACKEND.stop();
    }

    @Test
    void pageWhenAskedForByTlsThenAnsweredAndOnlyByTlsFromThenOn() {
        client("TLSv1.3")
                .get()
                .uri("/")
                .exchange()
                .expectStatus()
                .isOk()
                .expectHeader()
                .valueEquals("Strict-Transport-Security", "max-age=31536000");
        client("TLSv1.2").get().uri("/no//page").exchange().expectHeader().exists("Strict-Transport-Security");
    }

    @Test
    void pageWhenAskedForWithoutTlsThenNothing() throws IOException {
        assertThat(Wire.ask(port, "GET / HTTP/1.1")).doesNotContain("HTTP/1.1 200", "backend");
    }

    private WebTestClient client(String protocol) {
        HttpClient http = HttpClient.create().secure(ssl -> ssl.sslContext(context(protocol)));
        return WebTestClient.bindToServer(new ReactorClientHttpConnector(http))
                .baseUrl("https://localhost:" + port)
                .build();
    }

    private static SslContext context(String protocol) {
        try {
            return SslContextBuilder.forClient()
                    .trustManager(directory.resolve("certificate.pem").toFile())
                    .protocols(protocol)
                    .build();
        } catch (SSLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void makeCertificate() throws IOException, InterruptedException, GeneralSecurityException {
        Path store = directory.resolve("store.p12");
        Process keytool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-alias",
                        "site",
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=localhost",
                        "-ext",
                        "san=dns:localhost",
                        "-keystore",
                        store.toString(),
                        "-storepass",
                        String.valueOf(PASSWORD))
                .inheritIO()
                .start();
        assertThat(keytool.waitFor()).isZero();
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(store)) {
            keys.load(in, PASSWORD);
        }
        Key key = keys.getKey("site", PASSWORD);
        Files.writeString(
                directory.resolve("certificate.pem"),
                pem("CERTIFICATE", keys.getCertificate("site").getEncoded()));
        Files.writeString(directory.resolve("key.pem"), pem("PRIVATE KEY", key.getEncoded()));
    }

    private static String pem(String kind, byte[] content) {
        return "-----BEGIN " + kind + "-----\n" + Base64.getMimeEncoder().encodeToString(content) + "\n-----END " + kind
                + "-----\n";
    }
}
