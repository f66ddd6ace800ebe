package com.spendtracker.auth.token;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.jwk.JWKSet;
import com.spendtracker.auth.AuthApplication;
import com.spendtracker.db.MigrationSettings;
import com.spendtracker.db.Migrator;
import com.spendtracker.db.test.TestDatabase;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.security.oauth2.jwt.ReactiveJwtDecoder;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Several instances and restarts, on a database of their own, which no other test's cached keys depend on. */
class SharedKeysTests {
    private static final String DATABASE = "shared_keys";
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @BeforeAll
    static void createDatabase() throws SQLException {
        try (Connection connection = TestDatabase.get().adminConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("DROP DATABASE IF EXISTS " + DATABASE);
            statement.execute("CREATE DATABASE " + DATABASE);
        }
        MigrationSettings settings = TestDatabase.get().migrationSettings();
        new Migrator(
                        new MigrationSettings(
                                settings.host(),
                                settings.port(),
                                DATABASE,
                                settings.user(),
                                settings.password(),
                                settings.authPassword(),
                                settings.analyticsPassword(),
                                false,
                                settings.patience()),
                        _ -> {})
                .migrate();
    }

    @BeforeEach
    void forgetKeys() throws SQLException {
        query("DELETE FROM auth.signing_keys RETURNING kid");
    }

    @Test
    void keysAreSharedByInstancesAndSurviveARestart() throws SQLException {
        String token;
        JWKSet keys;
        try (ConfigurableApplicationContext first = start();
                ConfigurableApplicationContext second = start()) {
            token = get(first.getBean(TokenIssuer.class).issue(42));
            keys = publicKeys(first);

            assertThat(subject(second, token)).isEqualTo("42");
            assertThat(publicKeys(second).toString()).isEqualTo(keys.toString());
        }
        try (ConfigurableApplicationContext restarted = start()) {
            assertThat(publicKeys(restarted).toString()).isEqualTo(keys.toString());
            assertThat(subject(restarted, token)).isEqualTo("42");
        }
        assertThat(query("SELECT kid FROM auth.signing_keys"))
                .containsExactly(keys.getKeys().getFirst().getKeyID());
    }

    @Test
    void firstKeyWhenManyNeedOneAtOnceThenOneIsMade() throws SQLException {
        try (ConfigurableApplicationContext instance = start()) {
            List<String> ids = get(Flux.range(0, 8)
                    .flatMap(_ -> keysWithoutCache(instance).current(), 8)
                    .map(key -> key.getKeyID())
                    .collectList());

            assertThat(ids).hasSize(8).containsOnly(ids.getFirst());
            assertThat(query("SELECT kid FROM auth.signing_keys")).containsExactly(ids.getFirst());
        }
    }

    @Test
    void newestKeySignsWhileOlderOnesAreStillPublished() throws SQLException {
        try (ConfigurableApplicationContext instance = start()) {
            String oldToken = get(instance.getBean(TokenIssuer.class).issue(1));
            query("UPDATE auth.signing_keys SET created_at = created_at - interval '1 day' RETURNING kid");
            query("CREATE TABLE old_key AS SELECT * FROM auth.signing_keys; DELETE FROM auth.signing_keys");
            String newKid = get(keysWithoutCache(instance).current()).getKeyID();
            query("INSERT INTO auth.signing_keys SELECT * FROM old_key; DROP TABLE old_key");

            SigningKeys both = keysWithoutCache(instance);

            assertThat(get(both.current()).getKeyID()).isEqualTo(newKid);
            assertThat(get(both.publicKeys()).getKeys()).hasSize(2).noneMatch(key -> key.isPrivate());
            try (ConfigurableApplicationContext restarted = start()) {
                assertThat(subject(restarted, oldToken)).isEqualTo("1");
            }
        }
    }

    private static SigningKeys keysWithoutCache(ConfigurableApplicationContext instance) {
        return new SigningKeys(
                instance.getBean(SigningKeyRepository.class), instance.getBean(TransactionalOperator.class));
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

    private static ConfigurableApplicationContext start() {
        TestDatabase database = TestDatabase.get();
        return new SpringApplicationBuilder(AuthApplication.class)
                .properties(Map.of(
                        "POSTGRES_HOST", database.host(),
                        "POSTGRES_PORT", database.port(),
                        "POSTGRES_DB", DATABASE,
                        "AUTH_DB_PASSWORD", database.authPassword()))
                .run("--server.port=0");
    }

    private static List<String> query(String sql) throws SQLException {
        TestDatabase database = TestDatabase.get();
        try (Connection connection = database.connection(DATABASE, database.adminUser(), database.adminPassword());
                Statement statement = connection.createStatement()) {
            List<String> values = new ArrayList<>();
            if (statement.execute(sql)) {
                try (ResultSet rows = statement.getResultSet()) {
                    while (rows.next()) {
                        values.add(rows.getString(1));
                    }
                }
            }
            return values;
        }
    }
}
