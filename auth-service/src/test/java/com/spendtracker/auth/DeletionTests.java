package com.spendtracker.auth;

import static org.assertj.core.api.Assertions.assertThat;

import com.spendtracker.db.test.TestDatabase;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;

/** What is left of somebody who goes: no row in any table, whichever service it belongs to. */
@WholeServiceTest
class DeletionTests {
    private static final String PASSWORD = "seven quiet rivers";

    /** A row of every table that names a user, each after what it refers to. */
    private static final Map<String, String> ROWS = rows();

    /** What the database itself writes when there is a transaction. */
    private static final List<String> KEPT_BY_TRIGGERS = List.of(
            "analytics.daily_totals",
            "analytics.day_totals",
            "analytics.month_totals",
            "analytics.monthly_merchants",
            "analytics.data_versions");

    private final WebTestClient client;

    DeletionTests(WebTestClient client) {
        this.client = client;
    }

    private static Map<String, String> rows() {
        Map<String, String> rows = new LinkedHashMap<>();
        rows.put("analytics.accounts", "(user_id, name) VALUES (:user, 'Everyday')");
        rows.put("analytics.categories", "(user_id, name, color) VALUES (:user, 'Mine', '#112233')");
        rows.put("analytics.imports", """
                (user_id, request_hash, file_name, file_size, format, new_rows, duplicate_rows, rejected_rows, details)
                VALUES (:user, '', 'march.csv', 1, 'csv', 1, 0, 1, '{}')
                """);
        rows.put("analytics.import_rows", """
                (user_id, import_id, row, line, outcome)
                SELECT user_id, id, 1, 1, 'rejected' FROM analytics.imports WHERE user_id = :user
                """);
        rows.put("analytics.import_presets", """
                (user_id, name, signature, mapping, account_id)
                SELECT user_id, 'Bank', 'Date,Amount', '{}', id FROM analytics.accounts WHERE user_id = :user
                """);
        rows.put("analytics.rules", """
                (user_id, position, field, comparison, pattern, account_id, set_category)
                SELECT user_id, 1, 'any', 'contains', 'shop', a.id, c.id
                FROM analytics.accounts AS a JOIN analytics.categories AS c USING (user_id)
                WHERE user_id = :user AND c.name = 'Mine'
                """);
        rows.put("analytics.transactions", """
                (user_id, amount, currency, kind, category_id, merchant, transaction_date, account_id, import_id, rule_id)
                SELECT user_id, 1, 'EUR', 'spending', r.set_category, 'Shop', '2026-03-14', r.account_id, i.id, r.id
                FROM analytics.rules AS r JOIN analytics.imports AS i USING (user_id) WHERE user_id = :user
                """);
        rows.put("analytics.deleted_transactions", "(user_id, id, row) VALUES (:user, 1, '{}')");
        rows.put("analytics.views", "(user_id, name, query) VALUES (:user, 'Food', 'categories=Groceries')");
        rows.put("auth.audit_events", "(user_id, event, address) VALUES (:user, 'sign-in-failed', '198.51.100.7')");
        rows.put("auth.sessions", """
                (user_id, kind, expires_at, address) VALUES (:user, 'program', now() + interval '1 day', '198.51.100.7')
                """);
        rows.put("auth.api_tokens", """
                (user_id, hash, name, scope, expires_at)
                VALUES (:user, encode(sha256(':user'), 'hex'), 'Backup', 'read', now() + interval '1 day')
                """);
        rows.put("auth.second_factors", "(user_id, secret) VALUES (:user, 'encrypted')");
        rows.put("auth.recovery_codes", "(user_id, hash) VALUES (:user, encode(sha256(':user'), 'hex'))");
        rows.put("auth.passkeys", """
                (user_id, credential_id, credential, name, sign_count, syncable, synced)
                VALUES (:user, 'of_:user', 'AAAA', 'Laptop', 0, false, false)
                """);
        rows.put("auth.known_addresses", "(user_id, address, last_used_at) VALUES (:user, '198.51.100.7', now())");
        rows.put("demo.histories", """
                (user_id, persona, first_day, last_day) VALUES (:user, 'nobody', '2026-01-01', '9999-12-31')
                """);
        rows.put("demo.categories", """
                (user_id, name, category_id)
                SELECT user_id, name, id FROM analytics.categories WHERE user_id = :user AND name = 'Mine'
                """);
        return rows;
    }

    @Test
    void tablesWhenTheyNameAUserThenEachHasARowInTheTestOfDeletion() throws SQLException {
        assertThat(query("""
                SELECT table_schema || '.' || table_name
                FROM information_schema.columns JOIN information_schema.tables USING (table_schema, table_name)
                WHERE column_name = 'user_id' AND table_type = 'BASE TABLE'
                """)).containsExactlyInAnyOrderElementsOf(tables());
    }

    @Test
    void deleteWhenEveryTableHasRowsThenOnlyTheOwnersAreGone() throws SQLException {
        String leaving = UUID.randomUUID() + "@example.com";
        long leavingId = signUpWithRows(leaving);
        long stayingId = signUpWithRows(UUID.randomUUID() + "@example.com");
        assertThat(counts(leavingId)).allSatisfy((_, count) -> assertThat(count).isNotEqualTo("0"));
        Map<String, String> kept = counts(stayingId);

        delete(leaving);

        assertThat(counts(leavingId)).allSatisfy((_, count) -> assertThat(count).isEqualTo("0"));
        assertThat(counts(stayingId)).isEqualTo(kept);
        assertThat(query("SELECT id FROM auth.users WHERE id IN (" + leavingId + ", " + stayingId + ")"))
                .containsExactly(String.valueOf(stayingId));
    }

    private long signUpWithRows(String username) throws SQLException {
        long id = signUp(username);
        try (Connection connection = TestDatabase.get().adminConnection();
                Statement statement = connection.createStatement()) {
            for (var row : ROWS.entrySet()) {
                String values = row.getValue().replace(":user", String.valueOf(id));
                assertThat(statement.executeUpdate("INSERT INTO " + row.getKey() + " " + values))
                        .as(row.getKey())
                        .isEqualTo(1);
            }
        }
        return id;
    }

    private long signUp(String username) {
        Map<String, Object> account = Objects.requireNonNull(client.post()
                .uri("/api/v1/users")
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(Map.of("username", username, "password", PASSWORD))
                .exchange()
                .expectStatus()
                .isCreated()
                .expectBody(new ParameterizedTypeReference<Map<String, Object>>() {})
                .returnResult()
                .getResponseBody());
        return Long.parseLong(String.valueOf(account.get("id")));
    }

    private void delete(String username) {
        String token = SignIn.token(client, username, PASSWORD);
        client.post()
                .uri("/api/v1/users/me/deletion")
                .headers(headers -> headers.setBearerAuth(token))
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(Map.of("password", PASSWORD))
                .exchange()
                .expectStatus()
                .isNoContent();
    }

    private static List<String> tables() {
        List<String> tables = new ArrayList<>(ROWS.keySet());
        tables.addAll(KEPT_BY_TRIGGERS);
        return tables;
    }

    private static Map<String, String> counts(long user) throws SQLException {
        Map<String, String> counts = new LinkedHashMap<>();
        for (String table : tables()) {
            counts.put(
                    table,
                    query("SELECT count(*) FROM " + table + " WHERE user_id = " + user)
                            .getFirst());
        }
        return counts;
    }

    private static List<String> query(String sql) throws SQLException {
        List<String> values = new ArrayList<>();
        try (Connection connection = TestDatabase.get().adminConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                values.add(rows.getString(1));
            }
        }
        return values;
    }
}
