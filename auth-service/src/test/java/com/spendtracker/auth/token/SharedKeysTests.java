package com.spendtracker.auth.token;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.jwk.JWKSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.security.oauth2.jwt.ReactiveJwtDecoder;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Several instances and restarts, on a database of their own, which no other test's keys depend on. */
class SharedKeysTests {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private static KeysDatabase database = new KeysDatabase("");

    @BeforeAll
    static void createDatabase() throws SQLException {
        database = KeysDatabase.create("shared_keys");
    }

    @BeforeEach
    void forgetKeys() throws SQLException {
        database.query("DELETE FROM auth.signing_keys");
    }

    @Test
    void keysAreSharedByInstancesAndSurviveARestart() throws SQLException {
        String token;
        JWKSet keys;
        try (ConfigurableApplicationContext first = database.start();
                ConfigurableApplicationContext second = database.start()) {
            token = get(first.getBean(TokenIssuer.class).issue(TokenSubject.of(42)))
                    .value();
            keys = publicKeys(first);

            assertThat(subject(second, token)).isEqualTo("42");
            assertThat(publicKeys(second).toString()).isEqualTo(keys.toString());
        }
        try (ConfigurableApplicationContext restarted = database.start()) {
            assertThat(publicKeys(restarted).toString()).isEqualTo(keys.toString());
            assertThat(subject(restarted, token)).isEqualTo("42");
        }
        assertThat(database.query("SELECT kid FROM auth.signing_keys"))
                .containsExactlyInAnyOrder(
                        keys.getKeys().getFirst().getKeyID(),
                        keys.getKeys().getLast().getKeyID());
    }

    @Test
    void firstKeyWhenManyNeedOneAtOnceThenOneSignsAndOneWaits() throws SQLException {
        try (ConfigurableApplicationContext instance = database.start()) {
            forgetKeys();
            List<String> ids = get(Flux.range(0, 8)
                    .flatMap(_ -> instance.getBean(SigningKeys.class).current(), 8)
                    .map(key -> key.getKeyID())
                    .collectList());

            assertThat(ids).hasSize(8).containsOnly(ids.getFirst());
            assertThat(database.query("SELECT kid FROM auth.signing_keys WHERE state = 'active'"))
                    .containsExactly(ids.getFirst());
            assertThat(database.query("SELECT kid FROM auth.signing_keys WHERE state = 'next'"))
                    .hasSize(1);
        }
    }

    private static JWKSet publicKeys(ConfigurableApplicationContext instance) {
        return get(instance.getBean(SigningKeys.class).publicKeys());
    }

    private static @Nullable String subject(ConfigurableApplicationContext instance, String token) {
        return get(instance.getBean(ReactiveJwtDecoder.class).decode(token)).getSubject();
    }

    private static <T> T get(Mono<T> mono) {
        return mono.blockOptional(PATIENCE).orElseThrow();
    }
}
