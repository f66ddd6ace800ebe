package com.spendtracker.auth.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jwt.SignedJWT;
import com.spendtracker.auth.encryption.UnreadableException;
import com.spendtracker.support.problem.ProblemException;
import java.sql.SQLException;
import java.text.ParseException;
import java.time.Duration;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.ReactiveJwtDecoder;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** The life of signing keys, with two instances on one database; time passes by moving what is stored into the past. */
@ExtendWith(OutputCaptureExtension.class)
class KeyRotationTests {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String ANOTHER_SECRET = "YW5vdGhlciBzZWNyZXQsIGFsc28gMzIgYnl0ZXMuLi4=";

    private static KeysDatabase database = new KeysDatabase("");
    private static List<ConfigurableApplicationContext> instances = List.of();

    @BeforeAll
    static void startTwoInstances() throws SQLException {
        database = KeysDatabase.create("key_rotation");
        instances = List.of(database.start(), database.start());
    }

    @AfterAll
    static void stop() {
        instances.forEach(ConfigurableApplicationContext::close);
    }

    @BeforeEach
    void beginAnew() throws SQLException {
        database.query("DELETE FROM auth.signing_keys");
        rotate();
    }

    @Test
    void firstStartThenOneKeySignsAndTheNextIsPublished() throws SQLException {
        assertThat(states()).containsExactly("active", "next");
        assertThat(publishedIds()).containsExactlyInAnyOrder(only("active"), only("next"));
    }

    @Test
    void startWhenThereIsNoKeyThenTheyAreMadeUnasked() throws SQLException, InterruptedException {
        database.query("DELETE FROM auth.signing_keys");
        try (ConfigurableApplicationContext _ = database.start()) {
            for (int tries = 0; states().isEmpty() && tries < 200; tries++) {
                Thread.sleep(50);
            }
        }
        assertThat(states()).containsExactly("active", "next");
    }

    @Test
    void rotationWhenManyTimesDueAtOnceInTwoInstancesThenOne() throws SQLException {
        String first = only("active");
        String second = only("next");
        age("31 days");

        get(Flux.range(0, 16)
                .flatMap(
                        i -> instances
                                .get(i % 2)
                                .getBean(KeyRotation.class)
                                .everyMinute()
                                .subscribeOn(Schedulers.boundedElastic()),
                        16)
                .then(Mono.just(true)));

        assertThat(states()).containsExactly("active", "next", "retired");
        assertThat(only("retired")).isEqualTo(first);
        assertThat(only("active")).isEqualTo(second);
        assertThat(only("next")).isNotIn(first, second);
    }

    @Test
    void rotationWhenNotDueThenNothingChanges() throws SQLException {
        age("29 days 23 hours");
        List<String> before = publishedIds();
        String active = only("active");
        rotate();
        assertThat(publishedIds()).isEqualTo(before);
        assertThat(only("active")).isEqualTo(active);
    }

    @Test
    void nextKeyWhenServicesMayNotKnowItYetThenItDoesNotSign() throws SQLException {
        String next = only("next");
        age("31 days");
        setNextCreated("40 seconds");
        rotate();
        assertThat(only("next")).isEqualTo(next);

        setNextCreated("46 seconds");
        rotate();
        assertThat(only("active")).isEqualTo(next);
        assertThat(signerOfANewToken(1)).isEqualTo(next);
    }

    @Test
    void retiredKeyThenItsTokensAreGoodUntilTheLastHasEndedAndThenItGoes() throws SQLException {
        String token = get(instance(0).getBean(TokenIssuer.class).issue(TokenSubject.of(42)))
                .value();
        String old = only("active");
        age("31 days");
        rotate();
        assertThat(signerOfANewToken(0)).isNotEqualTo(old);
        assertThat(signerOfANewToken(1)).isNotEqualTo(old);
        try (ConfigurableApplicationContext restarted = database.start()) {
            assertThat(get(decoder(restarted).decode(token)).getSubject()).isEqualTo("42");
        }

        // 30 minutes of the token, 30 seconds of skew, and 45 in which services may not have noticed.
        setRetired("31 minutes 10 seconds");
        rotate();
        assertThat(publishedIds()).contains(old);
        setRetired("31 minutes 16 seconds");
        rotate();
        assertThat(publishedIds()).doesNotContain(old).hasSize(2);
    }

    @Test
    void rotationWhenTheOperatorAsksThenWithinAMinuteAndNobodySignsInAgain() throws SQLException {
        String first = only("active");
        String second = only("next");
        String token = get(instance(0).getBean(TokenIssuer.class).issue(TokenSubject.of(42)))
                .value();
        age("2 minutes");

        assertThat(database.query("SET ROLE spend_tracker_owner; SELECT auth.rotate_signing_keys()"))
                .isEmpty(); // the answer of the first statement
        rotate();
        rotate();

        assertThat(only("retired")).isEqualTo(first);
        assertThat(only("active")).isEqualTo(second);
        assertThat(get(decoder(instance(1)).decode(token)).getSubject()).isEqualTo("42");
    }

    @Test
    void stolenKeyWhenDroppedThenTheNextSignsAtOnceAndItsTokensAreRefused() throws SQLException {
        age("31 days");
        rotate();
        String retired = only("retired");
        String stolen = only("active");
        String next = only("next");
        String token = get(instance(0).getBean(TokenIssuer.class).issue(TokenSubject.of(42)))
                .value();

        assertThat(database.query("SELECT auth.rotate_signing_keys(drop_used => true)"))
                .containsExactlyInAnyOrder(retired, stolen);

        assertThat(signerOfANewToken(1)).isEqualTo(next);
        assertThat(signerOfANewToken(0)).isEqualTo(next);
        // Gateways have some seconds to replace what they hold for sessions.
        assertThat(publishedIds()).contains(stolen, retired);
        assertThat(get(decoder(instance(0)).decode(token)).getSubject()).isEqualTo("42");

        database.query("UPDATE auth.signing_keys SET dropped_at = dropped_at - interval '12 seconds'");
        assertThat(publishedIds()).hasSize(2).doesNotContain(stolen, retired);
        rotate();
        assertThat(states()).containsExactly("active", "next");
        try (ConfigurableApplicationContext other = database.start()) {
            assertThatExceptionOfType(BadJwtException.class)
                    .isThrownBy(() -> get(decoder(other).decode(token)));
        }
    }

    @Test
    void privatePartThenNowhereInTheTable() throws SQLException {
        List<String> stored = database.query("SELECT k::text FROM auth.signing_keys AS k");
        ECKey key = ActiveKey.of(instance(0));
        byte[] secret = key.getD().decode();

        assertThat(stored).hasSize(2).anyMatch(row -> row.contains(key.getKeyID()));
        assertThat(stored)
                .allSatisfy(row -> assertThat(row)
                        .doesNotContain("\"d\"", key.getD().toString())
                        .doesNotContain(Base64.getEncoder().encodeToString(secret))
                        .doesNotContainIgnoringCase(HexFormat.of().formatHex(secret)));
    }

    @Test
    void instanceWithAnotherSecretThenItMakesNoKeysAndItsLogSaysWhy(CapturedOutput output) throws SQLException {
        age("31 days");
        List<String> before = publishedIds();
        try (ConfigurableApplicationContext stranger = database.start("--KEY_ENCRYPTION_KEY=" + ANOTHER_SECRET)) {
            assertThatExceptionOfType(UnreadableException.class)
                    .isThrownBy(
                            () -> stranger.getBean(KeyRotation.class).rotate().block(PATIENCE));
            assertThatExceptionOfType(UnreadableException.class)
                    .isThrownBy(() -> get(stranger.getBean(SigningKeys.class).current()));
            assertThatExceptionOfType(ProblemException.class)
                    .isThrownBy(() -> get(stranger.getBean(TokenIssuer.class).issue(TokenSubject.of(1))))
                    .withMessageStartingWith("Nobody can sign in right now.");
            stranger.getBean(KeyRotation.class).everyMinute().block(PATIENCE);
        }
        assertThat(publishedIds()).isEqualTo(before);
        assertThat(states()).containsExactly("active", "next");
        assertThat(output)
                .contains("KEY_ENCRYPTION_KEY is not the one", only("active"))
                .doesNotContain(ANOTHER_SECRET)
                .doesNotContain(ActiveKey.of(instance(0)).getD().toString());
    }

    @Test
    void storedKeyWhenPutUnderAnotherIdThenNotUsed() throws SQLException {
        database.query("""
                UPDATE auth.signing_keys AS k SET private_key = other.private_key
                  FROM auth.signing_keys AS other WHERE k.state = 'active' AND other.state = 'next'
                """);
        assertThatExceptionOfType(UnreadableException.class)
                .isThrownBy(() -> get(instance(0).getBean(SigningKeys.class).current()));
    }

    private static ConfigurableApplicationContext instance(int index) {
        return instances.get(index);
    }

    private static ReactiveJwtDecoder decoder(ConfigurableApplicationContext instance) {
        return instance.getBean(ReactiveJwtDecoder.class);
    }

    private static void rotate() {
        instance(0).getBean(KeyRotation.class).rotate().block(PATIENCE);
    }

    private static List<String> publishedIds() {
        return get(instance(1).getBean(SigningKeys.class).publicKeys()).getKeys().stream()
                .map(JWK::getKeyID)
                .toList();
    }

    private static String signerOfANewToken(int index) {
        try {
            return SignedJWT.parse(
                            get(instance(index).getBean(TokenIssuer.class).issue(TokenSubject.of(1)))
                                    .value())
                    .getHeader()
                    .getKeyID();
        } catch (ParseException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<String> states() throws SQLException {
        return database.query("SELECT state FROM auth.signing_keys ORDER BY state");
    }

    private static String only(String state) throws SQLException {
        List<String> ids = database.query("SELECT kid FROM auth.signing_keys WHERE state = '" + state + "'");
        assertThat(ids).as(state).hasSize(1);
        return ids.getFirst();
    }

    private static void age(String interval) throws SQLException {
        database.query(
                "UPDATE auth.signing_keys SET created_at = created_at - interval '%1$s', activated_at = activated_at - interval '%1$s'"
                        .formatted(interval));
    }

    private static void setNextCreated(String ago) throws SQLException {
        database.query("UPDATE auth.signing_keys SET created_at = now() - interval '" + ago + "' WHERE state = 'next'");
    }

    private static void setRetired(String ago) throws SQLException {
        database.query(
                "UPDATE auth.signing_keys SET retired_at = now() - interval '" + ago + "' WHERE state = 'retired'");
    }

    private static <T> T get(Mono<T> mono) {
        return mono.blockOptional(PATIENCE).orElseThrow();
    }
}
