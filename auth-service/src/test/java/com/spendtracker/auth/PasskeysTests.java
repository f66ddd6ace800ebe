package com.spendtracker.auth;

import static org.assertj.core.api.Assertions.assertThat;

import com.spendtracker.db.test.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;

/** Signing in with a device's key: who may add one, and what it takes to be let in by it. */
@WholeServiceTest
class PasskeysTests {
    private static final String PATH = "/api/v1/users/me/passkeys";
    private static final String SIGN_IN = "/api/v1/login/passkey";
    private static final String PASSWORD = "seven quiet rivers";
    private static final String REFUSED = "401 urn:spend-tracker:problem:passkey-refused";

    private final WebTestClient client;
    private final String username = UUID.randomUUID() + "@example.com";
    private final SoftwareKey key = new SoftwareKey();
    private String owner = "";

    PasskeysTests(WebTestClient client) {
        this.client = client;
    }

    @BeforeEach
    void signUp() {
        owner = signUp(username);
    }

    private String signUp(String name) {
        client.post()
                .uri("/api/v1/users")
                .bodyValue(Map.of("username", name, "password", PASSWORD))
                .exchange()
                .expectStatus()
                .isCreated();
        return SignIn.token(client, name, PASSWORD);
    }

    @Test
    void addThenListedAndItsOwnerIsLetInByIt() {
        Map<String, Object> added = added(key);
        assertThat(added).containsEntry("name", "Laptop").containsEntry("synced", true);
        assertThat(added.get("last_used_at")).isNull();
        assertThat(list(owner)).containsExactly(added);

        Map<String, Object> answer = body(signIn(key.get(signInOptions())), 200);

        assertThat(answer).containsOnlyKeys("access_token", "token_type");
        ask(HttpMethod.GET, "/api/v1/users/me", text(answer, "access_token"), null)
                .expectBody()
                .jsonPath("$.username")
                .isEqualTo(username);
        assertThat(list(owner).getFirst().get("last_used_at")).isNotNull();
        assertThat(events()).startsWith("sign-in-by-passkey", "passkey-added", "sign-in");
    }

    @Test
    void optionsThenOnlyWhatCountsAsTwoFactorsIsAskedForAndNotOnADeviceThatHasOne() {
        added(key);

        Map<String, Object> options = options(owner);

        assertThat(options.get("rp")).isEqualTo(Map.of("id", "localhost", "name", "Spend Tracker"));
        assertThat(map(options, "user")).containsEntry("name", username);
        assertThat(map(options, "authenticatorSelection"))
                .containsEntry("residentKey", "required")
                .containsEntry("requireResidentKey", true)
                .containsEntry("userVerification", "required");
        assertThat(options).containsEntry("attestation", "none");
        assertThat((List<?>) options.get("excludeCredentials"))
                .singleElement()
                .satisfies(
                        excluded -> assertThat(((Map<?, ?>) excluded).get("id")).isEqualTo(key.id()));
        assertThat(signInOptions())
                .containsEntry("rpId", "localhost")
                .containsEntry("userVerification", "required")
                .containsEntry("allowCredentials", List.of());
        assertThat(signInOptions().get("challenge"))
                .isNotEqualTo(signInOptions().get("challenge"));
    }

    @Test
    void signInWhenABrowserOrAProgramStaysThenASession() {
        added(key);

        assertThat(body(signIn(key.get(signInOptions()), "browser"), 200)).containsKey("session_token");
        assertThat(body(signIn(key.get(signInOptions()), "program"), 200)).containsKey("refresh_token");
        assertThat(outcome(signIn(key.get(signInOptions()), "fridge")))
                .isEqualTo("400 urn:spend-tracker:problem:invalid-input");
    }

    @Test
    void signInWhenTheDeviceDoesNotSayWhoseItIsThenLetIn() {
        added(key);
        key.handle = null;

        signIn(key.get(signInOptions())).expectStatus().isOk();
    }

    @Test
    void optionsWhenThePasswordIsWrongThenNone() {
        ask(HttpMethod.POST, PATH + "/options", owner, Map.of("password", "seven quick rivers"))
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.errors[0].field")
                .isEqualTo("password");
        assertThat(events()).startsWith("password-refused");
    }

    @Test
    void addWhenSomebodyElseWasAskedThenRefused() {
        Map<String, Object> theirs = options(signUp(UUID.randomUUID() + "@example.com"));

        assertThat(objection(add(owner, "Laptop", key.create(theirs)))).isEqualTo("was asked for too long ago");
        assertThat(list(owner)).isEmpty();
    }

    @Test
    void addWhenAskedForSigningInThenRefused() {
        Map<String, Object> options = new HashMap<>(options(owner));
        options.put("challenge", Objects.requireNonNull(signInOptions().get("challenge")));

        assertThat(objection(add(owner, "Laptop", key.create(options)))).isEqualTo("was asked for too long ago");
    }

    @Test
    void addWhenSentTwiceThenOnce() {
        Map<String, Object> made = key.create(options(owner));
        add(owner, "Laptop", made).expectStatus().isCreated();

        assertThat(objection(add(owner, "Laptop", made))).isEqualTo("was sent before");
        assertThat(outcome(add(owner, "Laptop", key.create(options(owner)))))
                .isEqualTo("409 urn:spend-tracker:problem:conflict");
        assertThat(list(owner)).hasSize(1);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("lies")
    void addWhenTheDeviceIsNotWhatWasAskedForThenRefused(String name, Consumer<SoftwareKey> lie) {
        lie.accept(key);

        assertThat(objection(add(owner, "Laptop", key.create(options(owner)))))
                .isEqualTo("is not one for http://localhost:8501");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("lies")
    void signInWhenTheDeviceIsNotWhatWasAskedForThenRefused(String name, Consumer<SoftwareKey> lie) {
        added(key);
        lie.accept(key);

        assertThat(outcome(signIn(key.get(signInOptions())))).isEqualTo(REFUSED);
        assertThat(events()).startsWith("passkey-refused");
    }

    static Stream<Arguments> lies() {
        return Stream.of(
                lie("another origin", key -> key.origin = "http://evil.example"),
                lie("another port", key -> key.origin = "http://localhost:8502"),
                lie("another scheme", key -> key.origin = "https://localhost:8501"),
                lie("another site", key -> key.relyingParty = "evil.example"),
                lie("nobody was there", key -> key.flags &= ~SoftwareKey.PRESENT),
                lie("nobody was recognised", key -> key.flags &= ~SoftwareKey.VERIFIED),
                lie("synced, but it can't be", key -> key.flags &= ~SoftwareKey.SYNCABLE));
    }

    private static Arguments lie(String name, Consumer<SoftwareKey> lie) {
        return Arguments.of(name, lie);
    }

    @Test
    void signInWhenSignedByAnotherKeyThenRefused() {
        added(key);
        Map<String, Object> forged = new HashMap<>(key.get(signInOptions()));
        Map<String, Object> theirs = new SoftwareKey().get(signInOptions());
        Map<String, Object> response = new HashMap<>(map(forged, "response"));
        response.put("signature", Objects.requireNonNull(map(theirs, "response").get("signature")));
        forged.put("response", response);

        assertThat(outcome(signIn(forged))).isEqualTo(REFUSED);
        assertThat(events()).startsWith("passkey-refused");
    }

    @Test
    void signInWhenTheDeviceNamesSomebodyElseThenRefused() {
        added(key);
        key.handle = "MQ"; // 1

        assertThat(outcome(signIn(key.get(signInOptions())))).isEqualTo(REFUSED);
    }

    @Test
    void signInWhenNobodyKnowsThePasskeyThenRefused() {
        assertThat(outcome(signIn(key.get(signInOptions())))).isEqualTo(REFUSED);
    }

    @Test
    void signInWhenAskedForSomethingElseOrByNobodyThenRefused() {
        added(key);

        assertThat(outcome(signIn(key.get(options(owner))))).isEqualTo(REFUSED);
        assertThat(outcome(signIn(key.get(Map.of("challenge", "AAAA"))))).isEqualTo(REFUSED);
        assertThat(outcome(signIn(key.get(Map.of("challenge", "A".repeat(75))))))
                .isEqualTo(REFUSED);
    }

    @Test
    void signInWhenSentAgainThenRefused() throws Exception {
        added(key);
        Map<String, Object> signed = key.get(signInOptions());

        assertThat(atOnce(() -> outcome(signIn(signed)))).containsOnlyOnce("200");
        assertThat(outcome(signIn(signed))).isEqualTo(REFUSED);
    }

    @Test
    void signInWhenTheCountGoesBackThenItIsACopyAndRefused() {
        key.count = 7;
        added(key);
        key.count = 9;
        signIn(key.get(signInOptions())).expectStatus().isOk();

        for (int count : new int[] {9, 8, 0}) {
            key.count = count;
            assertThat(outcome(signIn(key.get(signInOptions())))).isEqualTo(REFUSED);
        }

        key.count = 10;
        signIn(key.get(signInOptions())).expectStatus().isOk();
    }

    @Test
    void signInWhenRemovedThenRefusedAndItsOwnerSeesWhatWasDone() {
        Map<String, Object> added = added(key);

        ask(HttpMethod.DELETE, PATH + "/" + added.get("id"), owner, null)
                .expectStatus()
                .isNoContent();

        assertThat(outcome(signIn(key.get(signInOptions())))).isEqualTo(REFUSED);
        assertThat(list(owner)).isEmpty();
        assertThat(events()).startsWith("passkey-removed", "passkey-added");
    }

    @Test
    void passkeyWhenSomebodyElsesThenLikeNone() {
        String id = text(added(key), "id");
        String other = signUp(UUID.randomUUID() + "@example.com");

        for (String unknown : List.of(id, UUID.randomUUID().toString(), "none")) {
            ask(HttpMethod.DELETE, PATH + "/" + unknown, other, null)
                    .expectStatus()
                    .isNotFound()
                    .expectBody()
                    .jsonPath("$.detail")
                    .isEqualTo("You have no passkey of this id.");
        }
        assertThat(list(other)).isEmpty();
        assertThat(list(owner)).hasSize(1);
    }

    @Test
    void signInWhenThereIsASecondFactorThenItIsOneAlready() throws SQLException {
        added(key);
        execute("INSERT INTO auth.second_factors (user_id, secret, confirmed_at) SELECT id, 'x', now() FROM auth.users"
                + " WHERE username = '" + username + "'");
        SignIn.byForm(client, username, PASSWORD).expectStatus().isUnauthorized();

        signIn(key.get(signInOptions())).expectStatus().isOk();
    }

    @Test
    void addWhenThereAreTwentyThenNoMore() throws SQLException {
        Map<String, Object> options = options(owner);
        execute("INSERT INTO auth.passkeys (user_id, credential_id, credential, name, sign_count, syncable, synced)"
                + " SELECT u.id, 'old_' || u.id || '_' || n, 'AAAA', 'Old', 0, false, false FROM auth.users AS u,"
                + " generate_series(1, 20) AS n WHERE u.username = '" + username + "'");

        assertThat(outcome(add(owner, "Laptop", key.create(options))))
                .isEqualTo("409 urn:spend-tracker:problem:conflict");
        assertThat(outcome(ask(HttpMethod.POST, PATH + "/options", owner, Map.of("password", PASSWORD))))
                .isEqualTo("409 urn:spend-tracker:problem:conflict");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"credential\":null}",
                "{\"credential\":\"text\"}",
                "{\"credential\":[]}",
                "{\"credential\":{}}",
                "{\"credential\":{\"id\":1}}",
                "{\"credential\":{\"id\":\"AA\",\"rawId\":\"AA\",\"type\":\"public-key\",\"response\":{}}}",
                "{\"credential\":{\"id\":\"AA\",\"rawId\":\"AA\",\"type\":\"public-key\",\"clientExtensionResults\":{},"
                        + "\"response\":{\"clientDataJSON\":\"AAAA\",\"authenticatorData\":\"AAAA\",\"signature\":\"AA\","
                        + "\"attestationObject\":\"AAAA\"}}}",
                "{\"credential\":{\"id\":\"%\",\"rawId\":\"%\",\"type\":\"public-key\",\"clientExtensionResults\":{},"
                        + "\"response\":{\"clientDataJSON\":\"e30\",\"authenticatorData\":\"\",\"signature\":\"\","
                        + "\"attestationObject\":\"o2NmbXRkbm9uZWdhdHRTdG10oGhhdXRoRGF0YVgl\"}}}"
            })
    void credentialWhenItCannotBeReadThenItsField(String body) {
        for (String address : List.of(SIGN_IN, PATH)) {
            client.post()
                    .uri(address)
                    .headers(headers -> {
                        if (address.equals(PATH)) {
                            headers.setBearerAuth(owner);
                        }
                    })
                    .contentType(MediaType.APPLICATION_JSON)
                    .bodyValue("{\"name\":\"Laptop\"," + body.substring(1).replaceFirst("^}$", "\"x\":1}"))
                    .exchange()
                    .expectStatus()
                    .isBadRequest()
                    .expectBody()
                    .jsonPath("$.errors[0].field")
                    .isEqualTo("credential");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "a\u0000b", "\ud800"})
    void addWhenTheNameIsNoneThenItsField(String name) {
        add(owner, name, key.create(options(owner)))
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.errors[0].field")
                .isEqualTo("name");
    }

    private Map<String, Object> added(SoftwareKey made) {
        return body(add(owner, "Laptop", made.create(options(owner))), 201);
    }

    private Map<String, Object> options(String token) {
        return body(ask(HttpMethod.POST, PATH + "/options", token, Map.of("password", PASSWORD)), 200);
    }

    private Map<String, Object> signInOptions() {
        return body(client.post().uri(SIGN_IN + "/options").exchange(), 200);
    }

    private ResponseSpec add(String token, String name, Map<String, Object> credential) {
        return ask(HttpMethod.POST, PATH, token, Map.of("name", name, "credential", credential));
    }

    private ResponseSpec signIn(Map<String, Object> credential) {
        return client.post()
                .uri(SIGN_IN)
                .bodyValue(Map.of("credential", credential))
                .exchange();
    }

    private ResponseSpec signIn(Map<String, Object> credential, String session) {
        return client.post()
                .uri(SIGN_IN)
                .bodyValue(Map.of("credential", credential, "session", session))
                .exchange();
    }

    private ResponseSpec ask(HttpMethod method, String path, String token, @Nullable Object body) {
        WebTestClient.RequestBodySpec request =
                client.method(method).uri(path).headers(headers -> headers.setBearerAuth(token));
        return (body == null ? request : request.bodyValue(body)).exchange();
    }

    private List<Map<String, Object>> list(String token) {
        return Objects.requireNonNull(ask(HttpMethod.GET, PATH, token, null)
                .expectStatus()
                .isOk()
                .expectBody(new ParameterizedTypeReference<List<Map<String, Object>>>() {})
                .returnResult()
                .getResponseBody());
    }

    private List<String> events() {
        List<Map<String, Object>> events =
                Objects.requireNonNull(ask(HttpMethod.GET, "/api/v1/users/me/events", owner, null)
                        .expectBody(new ParameterizedTypeReference<List<Map<String, Object>>>() {})
                        .returnResult()
                        .getResponseBody());
        return events.stream().map(event -> text(event, "event")).toList();
    }

    private static Map<String, Object> body(ResponseSpec answer, int status) {
        return Objects.requireNonNull(answer.expectStatus()
                .isEqualTo(status)
                .expectBody(new ParameterizedTypeReference<Map<String, Object>>() {})
                .returnResult()
                .getResponseBody());
    }

    /** The status, and the problem's type if there is one. */
    private static String outcome(ResponseSpec answer) {
        var result = answer.expectBody(new ParameterizedTypeReference<Map<String, Object>>() {})
                .returnResult();
        Object type = Objects.requireNonNull(result.getResponseBody()).get("type");
        return result.getStatus().value() + (type == null ? "" : " " + type);
    }

    /** What is wrong with the credential of a request that was refused for it. */
    private static String objection(ResponseSpec answer) {
        Object errors = body(answer, 400).get("errors");
        Map<?, ?> error = (Map<?, ?>) ((List<?>) Objects.requireNonNull(errors)).getFirst();
        assertThat(error.get("field")).isEqualTo("credential");
        return String.valueOf(error.get("message"));
    }

    private static String text(Map<String, Object> body, String field) {
        return Objects.requireNonNull((String) body.get(field));
    }

    @SuppressWarnings("unchecked") // What JSON's objects are read as.
    private static Map<String, Object> map(Map<String, Object> body, String field) {
        return (Map<String, Object>) Objects.requireNonNull(body.get(field));
    }

    private static List<String> atOnce(Callable<String> attempt) throws Exception {
        try (ExecutorService threads = Executors.newFixedThreadPool(5)) {
            List<String> outcomes = new ArrayList<>();
            for (Future<String> outcome : threads.invokeAll(List.of(attempt, attempt, attempt, attempt, attempt))) {
                outcomes.add(outcome.get());
            }
            return outcomes;
        }
    }

    private static void execute(String sql) throws SQLException {
        try (Connection connection = TestDatabase.get().adminConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
