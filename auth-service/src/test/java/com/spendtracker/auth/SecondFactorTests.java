package com.spendtracker.auth;

import static org.assertj.core.api.Assertions.assertThat;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import com.spendtracker.db.test.TestDatabase;
import java.security.InvalidKeyException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import javax.crypto.spec.SecretKeySpec;
import org.apache.commons.codec.binary.Base32;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.test.web.reactive.server.WebTestClient.RequestBodySpec;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;

/** A code besides the password: who needs one, which one counts, and what somebody can do who has the password only. */
@WholeServiceTest
class SecondFactorTests {
    private static final String PASSWORD = "seven quiet rivers";
    private static final String HOME = "198.51.100.1";
    private static final String ELSEWHERE = "203.0.113.150";
    private static final String PATH = "/api/v1/users/me/second-factor";
    private static final String REQUIRED = "401 second-factor-required";
    private static final String WRONG_CODE = "401 wrong-code";
    private static final String SIGNED_IN = "200";

    private final WebTestClient client;
    private final String username = UUID.randomUUID() + "@example.com";
    private String token = "";

    SecondFactorTests(WebTestClient client) {
        this.client = client;
    }

    @BeforeEach
    void signUp() {
        post("/api/v1/users", HOME, Map.of("username", username, "password", PASSWORD))
                .expectStatus()
                .isCreated();
        token = text(answer(login(PASSWORD, null, HOME), 200), "access_token");
    }

    @Test
    void signInWhenThereIsNoSecondFactorThenNoCodeIsLookedAt() {
        assertThat(state())
                .containsEntry("enabled", false)
                .containsEntry("enabled_at", null)
                .containsEntry("recovery_codes_left", 0);
        assertThat(signIn("000000")).isEqualTo(SIGNED_IN);
    }

    @Test
    void setUpThenSigningInTakesACode() {
        Map<String, Object> begun = answer(begin(PASSWORD), 201);
        String secret = text(begun, "secret");
        assertThat(secret).matches("[A-Z2-7]{32}");
        assertThat(begun.get("uri"))
                .isEqualTo("otpauth://totp/Spend%20Tracker:" + username.replace("@", "%40") + "?secret=" + secret
                        + "&issuer=Spend%20Tracker");
        assertThat(signIn(null)).as("nothing is confirmed yet").isEqualTo(SIGNED_IN);
        assertThat(state()).containsEntry("enabled", false);

        List<String> codes = recoveryCodes(confirm(code(secret, 0)));

        assertThat(codes)
                .hasSize(10)
                .doesNotHaveDuplicates()
                .allMatch(code -> code.matches("([a-z2-7]{4}-){3}[a-z2-7]{4}"));
        assertThat(state()).containsEntry("enabled", true).containsEntry("recovery_codes_left", 10);
        assertThat(state().get("enabled_at")).asString().matches("\\d{4}-\\d\\d-\\d\\dT.*Z");
        assertThat(signIn(null)).isEqualTo(REQUIRED);
        assertThat(signIn(" ")).isEqualTo(REQUIRED);
        assertThat(signInByForm(code(secret, 1))).isEqualTo(SIGNED_IN);
        assertThat(events())
                .startsWith("sign-in", "code-asked", "code-asked", "second-factor-enabled", "sign-in", "sign-in");
    }

    @Test
    void signInWhenThePasswordIsWrongThenTheSameAnswerWhateverTheCode() {
        String without = problem(login("seven quick rivers", null, ELSEWHERE));
        String secret = setUp().secret();

        assertThat(problem(login("seven quick rivers", null, ELSEWHERE))).isEqualTo(without);
        assertThat(problem(login("seven quick rivers", code(secret, 1), ELSEWHERE)))
                .isEqualTo(without);
        assertThat(signIn(code(secret, 1))).as("that code was not used").isEqualTo(SIGNED_IN);
    }

    @Test
    void codeWhenUsedThenNeitherItNorAnEarlierOneCounts() {
        String secret = text(answer(begin(PASSWORD), 201), "secret");
        String first = code(secret, 0);
        recoveryCodes(confirm(first));
        assertThat(signIn(first)).as("it has confirmed").isEqualTo(WRONG_CODE);

        String next = code(secret, 1);
        assertThat(signIn(next)).isEqualTo(SIGNED_IN);
        assertThat(signIn(next)).isEqualTo(WRONG_CODE);
        assertThat(signIn(first)).isEqualTo(WRONG_CODE);
        assertThat(events()).startsWith("code-refused", "code-refused", "sign-in", "code-refused");
    }

    @Test
    void codeWhenManySendItAtOnceThenOneGetsIn() throws Exception {
        String code = code(setUp().secret(), 1);

        assertThat(atOnce(() -> signIn(code))).containsOnlyOnce(SIGNED_IN).doesNotContain(REQUIRED);
    }

    @Test
    void codeWhenTheClockIsHalfAMinuteWrongThenItCounts() throws SQLException {
        String secret = setUp().secret();
        letTimePass();
        assertThat(signIn(code(secret, -3))).isEqualTo(WRONG_CODE);
        assertThat(signIn(code(secret, 3))).isEqualTo(WRONG_CODE);
        assertThat(signIn(code(secret, -1).substring(0, 3) + " "
                        + code(secret, -1).substring(3)))
                .isEqualTo(SIGNED_IN);
        assertThat(signIn(code(secret, 1))).isEqualTo(SIGNED_IN);
    }

    @Test
    void recoveryCodeThenItCountsOnceHoweverItIsTyped() throws Exception {
        List<String> codes = setUp().recoveryCodes();

        assertThat(signIn(codes.get(0).toUpperCase(Locale.ROOT).replace("-", "")))
                .isEqualTo(SIGNED_IN);
        assertThat(signIn(codes.get(0))).isEqualTo(WRONG_CODE);
        assertThat(signIn(" " + codes.get(1).replace("-", " "))).isEqualTo(SIGNED_IN);
        assertThat(state()).containsEntry("recovery_codes_left", 8);
        assertThat(atOnce(() -> signIn(codes.get(2)))).containsOnlyOnce(SIGNED_IN);
        assertThat(events()).contains("recovery-code-used", "code-refused");
    }

    @Test
    void recoveryCodeWhenSomebodyElsesThenWrong() {
        String theirs = setUp().recoveryCodes().getFirst();
        String other = UUID.randomUUID() + "@example.com";
        post("/api/v1/users", HOME, Map.of("username", other, "password", PASSWORD));
        String otherToken = text(
                answer(post("/api/v1/login", HOME, Map.of("username", other, "password", PASSWORD)), 200),
                "access_token");
        String secret = text(answer(authorized(otherToken, PATH, Map.of("password", PASSWORD)), 201), "secret");
        recoveryCodes(authorized(otherToken, PATH + "/confirmation", Map.of("code", code(secret, 0))));

        assertThat(outcome(
                        post("/api/v1/login", HOME, Map.of("username", other, "password", PASSWORD, "code", theirs))))
                .isEqualTo(WRONG_CODE);
        assertThat(signIn(theirs)).isEqualTo(SIGNED_IN);
    }

    @Test
    void guessingCodesThenThereIsAWaitAndARecoveryCodeStillCounts() throws SQLException {
        Factor factor = setUp();
        for (int attempt = 1; attempt <= 7; attempt++) {
            assertThat(signIn(wrongCode(factor.secret()))).isEqualTo(WRONG_CODE);
        }

        login(PASSWORD, code(factor.secret(), 1), HOME)
                .expectStatus()
                .isEqualTo(429)
                .expectHeader()
                .valueMatches("Retry-After", "[1-9]\\d*")
                .expectBody()
                .jsonPath("$.detail")
                .value(detail -> assertThat(detail).asString().startsWith("Too many wrong codes. Try again in "));
        assertThat(signIn(factor.recoveryCodes().getFirst())).isEqualTo(SIGNED_IN);

        passTheWait();
        assertThat(signIn(code(factor.secret(), 1))).isEqualTo(SIGNED_IN);
    }

    @Test
    void passwordWithoutCodeThenCountedLikeAWrongOneAndNobodyIsAtHome() throws SQLException {
        String secret = setUp().secret();
        for (int attempt = 1; attempt <= 4; attempt++) {
            assertThat(outcome(login("seven quick rivers", null, ELSEWHERE))).isEqualTo("401 bad-credentials");
        }
        for (int attempt = 5; attempt <= 7; attempt++) {
            assertThat(outcome(login(PASSWORD, attempt == 7 ? wrongCode(secret) : null, ELSEWHERE)))
                    .startsWith("401 ")
                    .isNotEqualTo("401 bad-credentials");
        }

        assertThat(outcome(login(PASSWORD, null, ELSEWHERE))).isEqualTo("429 too-many-requests");
        assertThat(outcome(login("seven quick rivers", null, ELSEWHERE))).isEqualTo("429 too-many-requests");
        assertThat(addresses()).isEqualTo(HOME);
        assertThat(signIn(code(secret, 1))).as("at home").isEqualTo(SIGNED_IN);
        passTheWait();
        letTimePass();
        assertThat(outcome(login(PASSWORD, code(secret, 1), ELSEWHERE))).isEqualTo(SIGNED_IN);
        assertThat(addresses()).contains(HOME, ELSEWHERE);
    }

    @Test
    void secretsWhenStoredThenUnreadable() throws SQLException {
        Factor factor = setUp();

        String stored = query("SELECT secret FROM auth.second_factors WHERE user_id = (" + userId() + ")");
        assertThat(stored).doesNotContain(factor.secret()).matches("[\\w+/]{64}");
        assertThat(query("SELECT string_agg(c::text, '') FROM auth.recovery_codes AS c WHERE user_id = (" + userId()
                        + ")"))
                .doesNotContain(factor.recoveryCodes())
                .matches("(\\(\\d+,[0-9a-f]{64}\\)){10}");
    }

    @Test
    void secretWhenItCannotBeReadThenUnavailableAndARecoveryCodeStillCounts() throws SQLException {
        Factor factor = setUp();
        execute("UPDATE auth.second_factors SET secret = 'AAAA' WHERE user_id = (" + userId() + ")");

        assertThat(signIn(code(factor.secret(), 1))).isEqualTo("503 unavailable");
        assertThat(signIn(factor.recoveryCodes().getFirst())).isEqualTo(SIGNED_IN);
    }

    @Test
    void setUpWhenBegunAgainThenOnlyTheLastSecretCounts() {
        String first = text(answer(begin(PASSWORD), 201), "secret");
        String second = text(answer(begin(PASSWORD), 201), "secret");
        assertThat(second).isNotEqualTo(first);

        assertThat(outcome(confirm(code(first, 0)))).isEqualTo("400 invalid-input");
        recoveryCodes(confirm(code(second, 0)));

        assertThat(outcome(confirm(code(second, 1)))).isEqualTo("409 conflict");
        assertThat(outcome(begin(PASSWORD))).isEqualTo("409 conflict");
        assertThat(events()).startsWith("second-factor-enabled", "code-refused");
    }

    @Test
    void setUpWhenNotBegunOrTooLongAgoThenNothingToConfirm() throws SQLException {
        assertThat(outcome(confirm("123456"))).isEqualTo("409 conflict");

        String secret = text(answer(begin(PASSWORD), 201), "secret");
        execute("UPDATE auth.second_factors SET begun_at = now() - interval '61 minutes' WHERE user_id = (" + userId()
                + ")");

        assertThat(outcome(confirm(code(secret, 0)))).isEqualTo("409 conflict");
    }

    @Test
    void recoveryCodesWhenReplacedThenOnlyTheNewOnesCount() {
        assertThat(outcome(authorized(token, PATH + "/recovery-codes", Map.of("password", PASSWORD))))
                .isEqualTo("404 not-found");
        List<String> before = setUp().recoveryCodes();

        List<String> after = recoveryCodes(authorized(token, PATH + "/recovery-codes", Map.of("password", PASSWORD)));

        assertThat(after).hasSize(10).doesNotContainAnyElementsOf(before);
        assertThat(signIn(before.getFirst())).isEqualTo(WRONG_CODE);
        assertThat(signIn(after.getFirst())).isEqualTo(SIGNED_IN);
        assertThat(events()).contains("recovery-codes-created");
    }

    @Test
    void secondFactorWhenRemovedThenThePasswordIsEnough() throws SQLException {
        assertThat(outcome(authorized(token, PATH + "/removal", Map.of("password", PASSWORD))))
                .isEqualTo("404 not-found");
        setUp();

        authorized(token, PATH + "/removal", Map.of("password", PASSWORD))
                .expectStatus()
                .isNoContent();

        assertThat(state()).containsEntry("enabled", false).containsEntry("recovery_codes_left", 0);
        assertThat(signIn(null)).isEqualTo(SIGNED_IN);
        assertThat(query("SELECT count(*) FROM auth.recovery_codes WHERE user_id = (" + userId() + ")"))
                .isEqualTo("0");
        assertThat(events()).startsWith("sign-in", "second-factor-removed", "second-factor-enabled");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/recovery-codes", "/removal"})
    void changeWhenThePasswordIsWrongThenNothingChanges(String path) {
        for (Map<String, String> body : List.<Map<String, String>>of(Map.of("password", "wrong"), Map.of())) {
            authorized(token, PATH + path, body)
                    .expectStatus()
                    .isBadRequest()
                    .expectBody()
                    .jsonPath("$.errors[0].field")
                    .isEqualTo("password");
        }
        assertThat(events()).startsWith("password-refused", "password-refused");
    }

    @Test
    void secondFactorWhenAnApiTokenAsksThenForbidden() {
        String apiToken = text(
                answer(
                        authorized(
                                token,
                                "/api/v1/users/me/tokens",
                                Map.of(
                                        "name",
                                        "Backup",
                                        "scope",
                                        "write",
                                        "expires_in_days",
                                        "1",
                                        "password",
                                        PASSWORD)),
                        201),
                "token");
        String access =
                text(answer(post("/api/v1/token/exchange", HOME, Map.of("token", apiToken)), 200), "access_token");

        for (String path : List.of("", "/confirmation", "/recovery-codes", "/removal")) {
            authorized(access, PATH + path, Map.of("password", PASSWORD))
                    .expectStatus()
                    .isForbidden();
            post(PATH + path, HOME, Map.of("password", PASSWORD)).expectStatus().isUnauthorized();
        }
        request(HttpMethod.GET, PATH, HOME)
                .headers(headers -> headers.setBearerAuth(access))
                .exchange()
                .expectStatus()
                .isForbidden();
    }

    @Test
    void codeWhenItIsNoTextThenInvalid() {
        for (String code : List.of("1".repeat(65), "12\u00003456")) {
            login(PASSWORD, code, HOME)
                    .expectStatus()
                    .isBadRequest()
                    .expectBody()
                    .jsonPath("$.errors[0].field")
                    .isEqualTo("code");
        }
    }

    /** With a code of this moment's step, so that the next step's counts for signing in. */
    private Factor setUp() {
        String secret = text(answer(begin(PASSWORD), 201), "secret");
        return new Factor(secret, recoveryCodes(confirm(code(secret, 0))));
    }

    private ResponseSpec begin(String password) {
        return authorized(token, PATH, Map.of("password", password));
    }

    private ResponseSpec confirm(String code) {
        return authorized(token, PATH + "/confirmation", Map.of("code", code));
    }

    /** At home. */
    private String signIn(@Nullable String code) {
        return outcome(login(PASSWORD, code, HOME));
    }

    private ResponseSpec login(String password, @Nullable String code, String address) {
        Map<String, String> body = new HashMap<>(Map.of("username", username, "password", password));
        if (code != null) {
            body.put("code", code);
        }
        return post("/api/v1/login", address, body);
    }

    private String signInByForm(String code) {
        return outcome(request(HttpMethod.POST, "/api/v1/login", HOME)
                .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                .bodyValue("username=" + username + "&password=" + PASSWORD.replace(' ', '+') + "&code=" + code)
                .exchange());
    }

    private Map<String, Object> state() {
        return answer(
                request(HttpMethod.GET, PATH, HOME)
                        .headers(headers -> headers.setBearerAuth(token))
                        .exchange(),
                200);
    }

    private List<String> events() {
        List<Map<String, Object>> events =
                Objects.requireNonNull(request(HttpMethod.GET, "/api/v1/users/me/events", HOME)
                        .headers(headers -> headers.setBearerAuth(token))
                        .exchange()
                        .expectBody(new ParameterizedTypeReference<List<Map<String, Object>>>() {})
                        .returnResult()
                        .getResponseBody());
        return events.stream()
                .map(event -> Objects.toString(event.get("event")))
                .toList();
    }

    private ResponseSpec authorized(String accessToken, String path, Map<String, String> body) {
        return request(HttpMethod.POST, path, HOME)
                .headers(headers -> headers.setBearerAuth(accessToken))
                .bodyValue(body)
                .exchange();
    }

    private ResponseSpec post(String path, String address, Map<String, String> body) {
        return request(HttpMethod.POST, path, address).bodyValue(body).exchange();
    }

    private RequestBodySpec request(HttpMethod method, String path, String address) {
        return client.method(method).uri(path).header("X-Forwarded-For", address);
    }

    private static List<String> atOnce(Callable<String> action) throws Exception {
        try (ExecutorService threads = Executors.newFixedThreadPool(6)) {
            return threads.invokeAll(Collections.nCopies(6, action)).stream()
                    .map(SecondFactorTests::result)
                    .toList();
        }
    }

    private static String result(Future<String> answer) {
        try {
            return answer.get();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    /** The code so many steps from now. */
    private static String code(String secret, int steps) {
        try {
            return new TimeBasedOneTimePasswordGenerator()
                    .generateOneTimePasswordString(
                            new SecretKeySpec(new Base32().decode(secret), "HmacSHA1"),
                            Instant.now().plusSeconds(30L * steps),
                            Locale.ROOT);
        } catch (InvalidKeyException e) {
            throw new AssertionError(e);
        }
    }

    private static String wrongCode(String secret) {
        List<String> right =
                Stream.of(-2, -1, 0, 1, 2).map(steps -> code(secret, steps)).toList();
        return Stream.of("000000", "111111", "222222", "333333", "444444", "555555")
                .filter(code -> !right.contains(code))
                .findFirst()
                .orElseThrow();
    }

    /** The status, and of a problem its type. */
    private static String outcome(ResponseSpec response) {
        var result = response.expectBody(new ParameterizedTypeReference<Map<String, Object>>() {})
                .returnResult();
        String status = String.valueOf(result.getStatus().value());
        if (result.getStatus().is2xxSuccessful()) {
            return status;
        }
        String type = text(Objects.requireNonNull(result.getResponseBody()), "type");
        return status + " " + type.substring(type.lastIndexOf(':') + 1);
    }

    /** All that somebody sees who signs in, but for what is another at each request. */
    private static String problem(ResponseSpec response) {
        var result = response.expectBody(new ParameterizedTypeReference<Map<String, Object>>() {})
                .returnResult();
        Map<String, Object> body = new HashMap<>(Objects.requireNonNull(result.getResponseBody()));
        body.remove("request_id");
        return result.getStatus() + " " + result.getResponseHeaders().get("WWW-Authenticate") + " " + body;
    }

    private static Map<String, Object> answer(ResponseSpec response, int status) {
        return Objects.requireNonNull(response.expectStatus()
                .isEqualTo(status)
                .expectHeader()
                .valueEquals("Cache-Control", "no-store")
                .expectBody(new ParameterizedTypeReference<Map<String, Object>>() {})
                .returnResult()
                .getResponseBody());
    }

    private static List<String> recoveryCodes(ResponseSpec response) {
        return ((List<?>) Objects.requireNonNull(answer(response, 200).get("recovery_codes")))
                .stream().map(Objects::toString).toList();
    }

    private static String text(Map<String, Object> answer, String field) {
        return Objects.requireNonNull(answer.get(field), field).toString();
    }

    private String userId() {
        return "SELECT id FROM auth.users WHERE username = '" + username + "'";
    }

    private String addresses() throws SQLException {
        return query("SELECT string_agg(address, ' ') FROM auth.known_addresses WHERE user_id = (" + userId() + ")");
    }

    /** As time would: what was used is long ago. */
    private void letTimePass() throws SQLException {
        execute("UPDATE auth.second_factors SET last_step = last_step - 10 WHERE user_id = (" + userId() + ")");
    }

    private static void passTheWait() throws SQLException {
        execute("UPDATE auth.password_attempts SET next_at = clock_timestamp()");
    }

    private static void execute(String sql) throws SQLException {
        try (Connection connection = TestDatabase.get().adminConnection();
                Statement statement = connection.createStatement()) {
            assertThat(statement.executeUpdate(sql)).isPositive();
        }
    }

    private static String query(String sql) throws SQLException {
        try (Connection connection = TestDatabase.get().adminConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }

    /** What an app and a sheet of paper have. */
    private record Factor(String secret, List<String> recoveryCodes) {}
}
