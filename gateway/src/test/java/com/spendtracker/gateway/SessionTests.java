package com.spendtracker.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.webtestclient.autoconfigure.AutoConfigureWebTestClient;
import org.springframework.context.annotation.Bean;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.ResponseCookie;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.ReactiveJwtDecoder;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.test.web.reactive.server.WebTestClient.RequestBodySpec;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;
import reactor.core.publisher.Mono;

/** Browsers and programs that hold something else than an access token. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@AutoConfigureWebTestClient(timeout = "PT60S")
class SessionTests {
    private static final String COOKIE = "spend-tracker-session";
    private static final String PATH = "/api/v1/transactions";

    private static final SessionBackend AUTH = new SessionBackend();
    private static final Backend ANALYTICS = new Backend("analytics");

    private final WebTestClient client;

    SessionTests(@Autowired WebTestClient client) {
        this.client = client;
    }

    @DynamicPropertySource
    static void backends(DynamicPropertyRegistry properties) {
        properties.add("AUTH_SERVICE_URL", AUTH::url);
        properties.add("ANALYTICS_SERVICE_URL", ANALYTICS::url);
        properties.add("TRUSTED_PROXIES", () -> "127.0.0.1");
    }

    @AfterEach
    void answerAgain() {
        AUTH.setReachable(true);
    }

    @AfterAll
    static void stop() {
        AUTH.stop();
        ANALYTICS.stop();
    }

    @Test
    void signInThenTheBrowserHoldsACookieThatNoScriptReadsAndNoToken() {
        ResponseSpec answer = signIn("right");

        answer.expectStatus().isNoContent().expectBody().isEmpty();
        ResponseCookie cookie = cookie(answer, COOKIE);
        assertThat(cookie.getValue()).matches("sts_[\\w-]{43}");
        assertThat(cookie.isHttpOnly()).isTrue();
        assertThat(cookie.getSameSite()).isEqualTo("Strict");
        assertThat(cookie.getPath()).isEqualTo("/");
        assertThat(cookie.isSecure()).isFalse();
        assertThat(cookie.getMaxAge()).isPositive();
    }

    @Test
    void signInByPasskeyThenACookieOfASessionAndTheOneBeforeEnds() {
        String before = secret(signIn("right"));

        ResponseSpec answer = fromThisSite(HttpMethod.POST, "/api/v1/session/passkey")
                .cookie(COOKIE, before)
                .bodyValue(Map.of("credential", Map.of("id", "right")))
                .exchange();

        assertThat(body(get(secret(answer)))).contains("Bearer good");
        get(before).expectStatus().isUnauthorized();
    }

    @Test
    void signInByPasskeyWhenRefusedThenTheAnswerOfAuthAndNoCookie() {
        fromThisSite(HttpMethod.POST, "/api/v1/session/passkey")
                .bodyValue(Map.of("credential", Map.of("id", "wrong")))
                .exchange()
                .expectStatus()
                .isUnauthorized()
                .expectHeader()
                .doesNotExist(HttpHeaders.SET_COOKIE)
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("urn:spend-tracker:problem:passkey-refused");
    }

    @Test
    void signInByPasskeyWhenAnotherSiteSendsItThenForbidden() {
        ask(HttpMethod.POST, "/api/v1/session/passkey", "spend-tracker", "cross-site", null)
                .bodyValue(Map.of("credential", Map.of("id", "right")))
                .exchange()
                .expectStatus()
                .isForbidden();
    }

    @Test
    void signInWhenOverTlsThenTheCookieIsForThisHostAndTlsOnly() {
        ResponseSpec answer = fromThisSite(HttpMethod.POST, "/api/v1/session")
                .header("X-Forwarded-Proto", "https")
                .bodyValue(Map.of("username", "a", "password", "right"))
                .exchange();

        ResponseCookie cookie = cookie(answer, "__Host-" + COOKIE);
        assertThat(cookie.isSecure()).isTrue();
        assertThat(cookie.getDomain()).isNull();
    }

    @Test
    void signInWhenRefusedThenTheAnswerOfAuthAndNoCookie() {
        signIn("wrong")
                .expectStatus()
                .isUnauthorized()
                .expectHeader()
                .doesNotExist(HttpHeaders.SET_COOKIE)
                .expectHeader()
                .valueEquals(HttpHeaders.CONTENT_TYPE, "application/problem+json")
                .expectHeader()
                .valueEquals(HttpHeaders.RETRY_AFTER, "7")
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("urn:spend-tracker:problem:bad-credentials");
    }

    @Test
    void signInWhenThereWasASessionThenItEndsAndTheNextHasAnotherId() {
        String before = secret(signIn("right"));

        ResponseSpec again = fromThisSite(HttpMethod.POST, "/api/v1/session")
                .cookie(COOKIE, before)
                .bodyValue(Map.of("username", "a", "password", "right"))
                .exchange();

        assertThat(secret(again)).isNotEqualTo(before);
        get(before).expectStatus().isUnauthorized();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[1", "\"text\""})
    void signInWhenTheBodyIsNoObjectThenBadRequest(String body) {
        fromThisSite(HttpMethod.POST, "/api/v1/session")
                .header(HttpHeaders.CONTENT_TYPE, "application/json")
                .bodyValue(body)
                .exchange()
                .expectStatus()
                .isBadRequest();
    }

    @Test
    void signInWhenTooLargeThenRefused() {
        fromThisSite(HttpMethod.POST, "/api/v1/session")
                .bodyValue(Map.of("username", "a", "password", "x".repeat(17 * 1024)))
                .exchange()
                .expectStatus()
                .isEqualTo(413);
    }

    @Test
    void cookieThenTheServiceGetsAnAccessTokenAndNoCookie() {
        String seen = body(get(secret(signIn("right"))));

        assertThat(seen).contains("analytics GET", "Bearer good").doesNotContain("sts_", COOKIE);
    }

    @Test
    void cookieWhenItIsNobodysThenUnauthorizedAndALaterOneIsNotTakenAway() {
        get("sts_" + "x".repeat(43))
                .expectStatus()
                .isUnauthorized()
                .expectHeader()
                .doesNotExist(HttpHeaders.SET_COOKIE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "good", "sts_short"})
    void cookieWhenItIsNoSecretThenAuthIsNotAsked(String value) {
        int before = AUTH.exchanges();

        get(value).expectStatus().isUnauthorized();

        assertThat(AUTH.exchanges()).isEqualTo(before);
    }

    @Test
    void cookieWhenUsedOftenThenAuthIsAskedOnce() {
        String secret = secret(signIn("right"));
        int before = AUTH.exchanges();

        for (int i = 0; i < 5; i++) {
            get(secret).expectStatus().isOk();
        }

        assertThat(AUTH.exchanges()).isEqualTo(before + 1);
    }

    @Test
    void cookieWhenAuthIsAwayThenUnavailableAndNotSignedOut() {
        String secret = secret(signIn("right"));
        AUTH.setReachable(false);

        get(secret).expectStatus().isEqualTo(503).expectHeader().doesNotExist(HttpHeaders.SET_COOKIE);

        AUTH.setReachable(true);
        get(secret).expectStatus().isOk();
        AUTH.setReachable(false);
        get(secret).expectStatus().isOk(); // by what was known
    }

    @Test
    void requestWhenItHasBothACookieAndATokenThenRefused() {
        client.get()
                .uri(PATH)
                .cookie(COOKIE, secret(signIn("right")))
                .header(HttpHeaders.AUTHORIZATION, "Bearer good")
                .exchange()
                .expectStatus()
                .isBadRequest();
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "POST, spend-tracker, same-origin, -, 200",
                "POST, spend-tracker, -, http://{host}, 200",
                "DELETE, spend-tracker, same-origin, -, 200",
                "POST, -, same-origin, -, 403",
                "POST, other, same-origin, -, 403",
                "POST, spend-tracker, cross-site, -, 403",
                "POST, spend-tracker, same-site, -, 403",
                "POST, spend-tracker, none, -, 403",
                "POST, spend-tracker, cross-site, http://{host}, 403",
                "POST, spend-tracker, -, http://evil.example, 403",
                "POST, spend-tracker, -, null, 403",
                "POST, spend-tracker, -, http://{host}.evil.example, 403",
                "POST, spend-tracker, -, -, 403",
                "PATCH, -, -, -, 403",
                "GET, -, -, -, 200",
                "GET, -, none, -, 200",
                "GET, -, same-origin, -, 200",
                "GET, -, cross-site, -, 403",
                "GET, -, same-site, -, 403",
            })
    void cookieWhenSentFromElsewhereThenOnlyOurPagesMay(
            String method, @Nullable String mark, @Nullable String site, @Nullable String origin, int status) {
        String secret = secret(signIn("right"));

        ask(HttpMethod.valueOf(method), PATH, mark, site, origin)
                .cookie(COOKIE, secret)
                .exchange()
                .expectStatus()
                .isEqualTo(status);
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {"-, same-origin", "spend-tracker, cross-site", "spend-tracker, -"})
    void signInWhenAnotherSiteSendsItThenForbidden(@Nullable String mark, String site) {
        ask(HttpMethod.POST, "/api/v1/session", mark, site, null)
                .bodyValue(Map.of("username", "a", "password", "right"))
                .exchange()
                .expectStatus()
                .isForbidden();
    }

    @Test
    void tokenOfAProgramThenNeedsNothingThatBrowsersSend() {
        client.post()
                .uri(PATH)
                .header(HttpHeaders.AUTHORIZATION, "Bearer good")
                .exchange()
                .expectStatus()
                .isOk();
    }

    @Test
    void signOutThenTheSessionHasEndedAndTheCookieIsGone() {
        String secret = secret(signIn("right"));
        get(secret).expectStatus().isOk();

        ResponseSpec answer = fromThisSite(HttpMethod.POST, "/api/v1/logout")
                .cookie(COOKIE, secret)
                .exchange();

        answer.expectStatus().isNoContent();
        assertThat(cookie(answer, COOKIE).getMaxAge()).isZero();
        get(secret).expectStatus().isUnauthorized();
    }

    @Test
    void signOutWhenThereIsNoSessionThenThereIsNone() {
        fromThisSite(HttpMethod.POST, "/api/v1/logout")
                .exchange()
                .expectStatus()
                .isNoContent();
    }

    @Test
    void signOutWhenAProgramDoesThenAuthAnswers() {
        client.post()
                .uri("/api/v1/logout")
                .bodyValue(Map.of("token", "str_x"))
                .exchange()
                .expectStatus()
                .isNoContent();
    }

    @Test
    void apiTokenThenTheServiceGetsAnAccessToken() {
        String seen = body(withToken(SessionBackend.API_TOKEN));

        assertThat(seen).contains("Bearer good").doesNotContain("spt_");
    }

    @ParameterizedTest
    @ValueSource(strings = {"spt_yyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyy", "spt_", "sts_x", "spt_x y"})
    void apiTokenWhenNobodysThenUnauthorized(String token) {
        withToken(token).expectStatus().isUnauthorized();
    }

    private ResponseSpec withToken(String token) {
        return client.get()
                .uri(PATH)
                .header(HttpHeaders.AUTHORIZATION, "Bearer " + token)
                .exchange();
    }

    private ResponseSpec signIn(String password) {
        return fromThisSite(HttpMethod.POST, "/api/v1/session")
                .bodyValue(Map.of("username", "a", "password", password))
                .exchange();
    }

    private ResponseSpec get(String secret) {
        return client.get().uri(PATH).cookie(COOKIE, secret).exchange();
    }

    private RequestBodySpec fromThisSite(HttpMethod method, String path) {
        return ask(method, path, "spend-tracker", "same-origin", null);
    }

    private RequestBodySpec ask(
            HttpMethod method, String path, @Nullable String mark, @Nullable String site, @Nullable String origin) {
        return client.method(method).uri(path).headers(headers -> {
            headers.set(HttpHeaders.HOST, "tracker.example");
            if (mark != null) {
                headers.set("X-Requested-With", mark);
            }
            if (site != null) {
                headers.set("Sec-Fetch-Site", site);
            }
            if (origin != null) {
                headers.set(HttpHeaders.ORIGIN, origin.replace("{host}", "tracker.example"));
            }
        });
    }

    private static String secret(ResponseSpec answer) {
        answer.expectStatus().isNoContent();
        return cookie(answer, COOKIE).getValue();
    }

    private static ResponseCookie cookie(ResponseSpec answer, String name) {
        List<ResponseCookie> cookies =
                answer.returnResult(Void.class).getResponseCookies().get(name);
        assertThat(cookies).hasSize(1);
        return Objects.requireNonNull(cookies).getFirst();
    }

    private static String body(ResponseSpec answer) {
        return String.valueOf(answer.expectStatus()
                .isOk()
                .expectBody(String.class)
                .returnResult()
                .getResponseBody());
    }

    /** Knows one good token; that forged ones are told apart is service-support's to prove. */
    @TestConfiguration(proxyBeanMethods = false)
    static class Tokens {
        @Bean
        ReactiveJwtDecoder jwtDecoder() {
            return token -> token.equals("good")
                    ? Mono.just(Jwt.withTokenValue(token)
                            .header("alg", "ES256")
                            .subject("42")
                            .build())
                    : Mono.error(new BadJwtException("forged"));
        }
    }
}
