package com.spendtracker.auth;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.EntityExchangeResult;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;

@WholeServiceTest
class LoginTests {
    private final WebTestClient client;

    LoginTests(WebTestClient client) {
        this.client = client;
    }

    @ParameterizedTest
    @ValueSource(strings = {"john.doe@example.com", "jane.doe@example.com", "charlie@example.com"})
    void loginByFormWhenDemoUserThenTokenAndNothingElse(String username) {
        expectTokenAndNothingElse(SignIn.byForm(client, username, SignIn.PASSWORD));
    }

    @ParameterizedTest
    @ValueSource(strings = {"john.doe@example.com", "jane.doe@example.com", "charlie@example.com"})
    void loginByJsonWhenDemoUserThenTokenAndNothingElse(String username) {
        expectTokenAndNothingElse(json("{\"username\":\"%s\",\"password\":\"password123\"}".formatted(username)));
    }

    private static void expectTokenAndNothingElse(ResponseSpec response) {
        Map<String, Object> body = Objects.requireNonNull(response.expectStatus()
                .isOk()
                .expectHeader()
                .valueEquals(HttpHeaders.CACHE_CONTROL, "no-store")
                .expectHeader()
                .contentType(MediaType.APPLICATION_JSON)
                .expectBody(new ParameterizedTypeReference<Map<String, Object>>() {})
                .returnResult()
                .getResponseBody());
        assertThat(body).containsOnlyKeys("access_token", "token_type").containsEntry("token_type", "bearer");
        assertThat(body.get("access_token")).asString().matches("[\\w-]+\\.[\\w-]+\\.[\\w-]+");
    }

    @Test
    void loginWhenFieldsOfTheOAuthFormAreSentTooThenTheyAreIgnored() {
        form("grant_type=password&username=john.doe%40example.com&password=password123&scope=&client_id=&client_secret=")
                .expectStatus()
                .isOk();
        json("{\"username\":\"john.doe@example.com\",\"password\":\"password123\",\"remember\":true}")
                .expectStatus()
                .isOk();
    }

    @ParameterizedTest
    @ValueSource(strings = {"JOHN.DOE@EXAMPLE.COM", "John.Doe@Example.com"})
    void loginWhenUsernameInOtherCaseThenSamePerson(String username) throws ParseException {
        assertThat(subject(SignIn.token(client, username, SignIn.PASSWORD)))
                .isEqualTo(subject(SignIn.token(client, SignIn.USERNAME, SignIn.PASSWORD)));
    }

    private static String subject(String token) throws ParseException {
        return SignedJWT.parse(token).getJWTClaimsSet().getSubject();
    }

    @Test
    void loginWhenPasswordInOtherCaseThenUnauthorized() {
        SignIn.byForm(client, SignIn.USERNAME, "PASSWORD123").expectStatus().isUnauthorized();
    }

    @Test
    void loginWhenAStaleTokenIsSentAlongThenItDoesNotMatter() {
        client.post()
                .uri("/api/v1/login")
                .header(HttpHeaders.AUTHORIZATION, "Bearer long.since.expired")
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue("{\"username\":\"john.doe@example.com\",\"password\":\"password123\"}")
                .exchange()
                .expectStatus()
                .isOk();
    }

    @Test
    void loginWhenPasswordWrongOrUserUnknownThenSameAnswer() {
        EntityExchangeResult<Map<String, Object>> wrongPassword =
                unauthorized(SignIn.byForm(client, SignIn.USERNAME, "wrong"));
        EntityExchangeResult<Map<String, Object>> unknownUser =
                unauthorized(SignIn.byForm(client, "nobody@example.com", "wrong"));

        assertThat(comparable(unknownUser)).isEqualTo(comparable(wrongPassword));
        assertThat(unknownUser.getResponseHeaders().headerNames())
                .isEqualTo(wrongPassword.getResponseHeaders().headerNames());
        assertThat(comparable(wrongPassword))
                .containsEntry("type", "urn:spend-tracker:problem:bad-credentials")
                .containsEntry("title", "Wrong username or password")
                .containsEntry("status", 401);
    }

    private static EntityExchangeResult<Map<String, Object>> unauthorized(ResponseSpec response) {
        return response.expectStatus()
                .isUnauthorized()
                .expectHeader()
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .expectHeader()
                .valueEquals(HttpHeaders.WWW_AUTHENTICATE, "Bearer")
                .expectBody(new ParameterizedTypeReference<Map<String, Object>>() {})
                .returnResult();
    }

    private static Map<String, Object> comparable(EntityExchangeResult<Map<String, Object>> result) {
        Map<String, Object> body = new HashMap<>(Objects.requireNonNull(result.getResponseBody()));
        assertThat(body.remove("request_id")).isNotNull();
        return body;
    }

    @ParameterizedTest
    @ValueSource(strings = {"' OR '1'='1", "john.doe@example.com' --", "%", "j_hn.doe@example.com"})
    void loginWhenUsernameIsSqlThenItIsOnlyText(String username) {
        SignIn.byForm(client, username, SignIn.PASSWORD).expectStatus().isUnauthorized();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "password=password123                             | username | is required",
                "username=&password=password123                   | username | is required",
                "username=++&password=password123                 | username | is required",
                "username=john%00&password=password123            | username | must not contain control characters",
                "username=%0Ajohn&password=password123            | username | must not contain control characters",
                "username=a&username=b&password=password123       | username | must be given once",
                "username=john.doe%40example.com                  | password | is required",
                "username=john.doe%40example.com&password=        | password | is required",
                "username=john.doe%40example.com&password=%20%09  | password | is required",
                "username=john.doe%40example.com&password=a%00b   | password | must not contain control characters",
                "username=john.doe%40example.com&password=a%1Bb   | password | must not contain control characters",
                "username=john.doe%40example.com&password=a&password=b | password | must be given once",
            })
    void loginByFormWhenFieldIsBadThenBadRequestNamesIt(String form, String field, String message) {
        expectBadField(form(form), field, message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"password\":\"p\"}                             | username | is required",
                "{\"username\":null,\"password\":\"p\"}           | username | is required",
                "{\"username\":\"a\\u0000\",\"password\":\"p\"}   | username | must not contain control characters",
                "{\"username\":\"a\\ud800\",\"password\":\"p\"}   | username | must not contain control characters",
                "{\"username\":\"a\"}                             | password | is required",
                "{\"username\":\"a\",\"password\":\"\"}           | password | is required",
                "{\"username\":\"a\",\"password\":\"\\u0000p\"}   | password | must not contain control characters",
            })
    void loginByJsonWhenFieldIsBadThenBadRequestNamesIt(String body, String field, String message) {
        expectBadField(json(body), field, message);
    }

    @Test
    void loginWhenFieldsAreAsLongAsAllowedThenTheyAreTried() {
        form("username=" + "%C3%A4".repeat(254) + "&password=" + "%F0%9F%98%80".repeat(512))
                .expectStatus()
                .isUnauthorized();
    }

    @Test
    void loginWhenFieldsAreTooLongThenBadRequestNamesThem() {
        expectBadField(
                form("username=" + "u".repeat(255) + "&password=p"), "username", "must be at most 254 characters");
        expectBadField(form("username=u&password=" + "p".repeat(1025)), "password", "must be at most 1024 characters");
    }

    @Test
    void loginWhenBothFieldsAreMissingThenBadRequestNamesBoth() {
        form("").expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.errors[*].field")
                .value(fields -> assertThat(fields.toString()).contains("username", "password"));
    }

    @Test
    void loginWhenCredentialsAreInTheQueryThenTheyAreNotRead() {
        client.post()
                .uri("/api/v1/login?username={u}&password={p}", SignIn.USERNAME, SignIn.PASSWORD)
                .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                .exchange()
                .expectStatus()
                .isBadRequest();
    }

    private static void expectBadField(ResponseSpec response, String field, String message) {
        response.expectStatus()
                .isBadRequest()
                .expectHeader()
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("urn:spend-tracker:problem:invalid-input")
                .jsonPath("$.errors.length()")
                .isEqualTo(1)
                .jsonPath("$.errors[0].field")
                .isEqualTo(field)
                .jsonPath("$.errors[0].message")
                .isEqualTo(message);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"{", "", "null", "[]", "\"text\"", "17", "{\"username\":{\"a\":1},\"password\":\"p\"}", "\u0000"
            })
    void loginWhenJsonIsMalformedThenBadRequest(String body) {
        expectProblem(json(body), 400, "invalid-input");
    }

    @Test
    void loginWhenFormIsMalformedThenBadRequest() {
        expectProblem(form("username=%zz&password=p"), 400, "invalid-input");
    }

    @Test
    void loginWhenBodyIsHugeThenTooLarge() {
        expectProblem(form("username=a&password=" + "p".repeat(200_000)), 413, "too-large");
        expectProblem(json("{\"username\":\"" + "u".repeat(200_000) + "\"}"), 413, "too-large");
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/plain", "application/xml", "multipart/form-data; boundary=b"})
    void loginWhenContentTypeIsAnotherThenUnsupportedMediaType(String contentType) {
        expectProblem(post(contentType, "username=a&password=b"), 415, "unsupported-media-type");
    }

    @Test
    void loginWhenContentTypeIsMissingThenUnsupportedMediaType() {
        expectProblem(client.post().uri("/api/v1/login").exchange(), 415, "unsupported-media-type");
    }

    @Test
    void loginWhenMethodIsGetThenMethodNotAllowed() {
        expectProblem(client.get().uri("/api/v1/login").exchange(), 405, "method-not-allowed");
    }

    private static void expectProblem(ResponseSpec response, int status, String type) {
        response.expectStatus()
                .isEqualTo(status)
                .expectHeader()
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("urn:spend-tracker:problem:" + type)
                .jsonPath("$.request_id")
                .isNotEmpty();
    }

    @Test
    void loginThenTokenHasTheHeaderAndTheClaimsOfAnAccessToken() throws ParseException, JOSEException {
        Instant before = Instant.now().minusSeconds(1);
        SignedJWT token = SignedJWT.parse(SignIn.token(client, SignIn.USERNAME, SignIn.PASSWORD));

        assertThat(token.getHeader().getAlgorithm()).isEqualTo(JWSAlgorithm.ES256);
        assertThat(token.getHeader().getType().getType()).isEqualTo("at+jwt");
        assertThat(token.getHeader().toJSONObject()).containsOnlyKeys("alg", "kid", "typ");
        JWTClaimsSet claims = token.getJWTClaimsSet();
        assertThat(claims.getClaims()).containsOnlyKeys("iss", "aud", "sub", "jti", "iat", "exp");
        assertThat(claims.getIssuer()).isEqualTo("spend-tracker");
        assertThat(claims.getAudience()).containsExactly("spend-tracker");
        assertThat(claims.getSubject()).matches("\\d+");
        assertThat(claims.getIssueTime()).isBetween(Date.from(before), Date.from(Instant.now()));
        assertThat(Duration.between(
                        claims.getIssueTime().toInstant(),
                        claims.getExpirationTime().toInstant()))
                .isEqualTo(Duration.ofMinutes(30));
        assertThat(token.verify(new ECDSAVerifier(
                        publicKeys().getKeyByKeyId(token.getHeader().getKeyID()).toECKey())))
                .isTrue();
    }

    @Test
    void loginWhenRepeatedThenAnotherTokenIdEachTime() throws ParseException {
        SignedJWT first = SignedJWT.parse(SignIn.token(client, SignIn.USERNAME, SignIn.PASSWORD));
        SignedJWT second = SignedJWT.parse(SignIn.token(client, SignIn.USERNAME, SignIn.PASSWORD));

        assertThat(second.getJWTClaimsSet().getJWTID())
                .isNotEqualTo(first.getJWTClaimsSet().getJWTID());
    }

    @Test
    void jwkSetHasPublicPartsOnlyAndIsAskedForAnew() throws ParseException {
        assertThat(publicKeys().getKeys()).isNotEmpty().allSatisfy(key -> {
            assertThat(key.isPrivate()).isFalse();
            assertThat(key.toJSONObject()).containsOnlyKeys("kty", "crv", "x", "y", "kid", "use", "alg");
        });
    }

    private JWKSet publicKeys() throws ParseException {
        byte[] body = client.get()
                .uri("/.well-known/jwks.json")
                .exchange()
                .expectStatus()
                .isOk()
                .expectHeader()
                .valueEquals(HttpHeaders.CACHE_CONTROL, "no-cache")
                .expectBody()
                .returnResult()
                .getResponseBodyContent();
        return JWKSet.parse(new String(Objects.requireNonNull(body), StandardCharsets.UTF_8));
    }

    private ResponseSpec form(String body) {
        return post(MediaType.APPLICATION_FORM_URLENCODED_VALUE, body);
    }

    private ResponseSpec json(String body) {
        return post(MediaType.APPLICATION_JSON_VALUE, body);
    }

    private ResponseSpec post(String contentType, String body) {
        return client.post()
                .uri("/api/v1/login")
                .header(HttpHeaders.CONTENT_TYPE, contentType)
                .bodyValue(body.getBytes(StandardCharsets.UTF_8))
                .exchange();
    }
}
