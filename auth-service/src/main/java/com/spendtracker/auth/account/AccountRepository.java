package com.spendtracker.auth.account;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.Objects;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/** Reads {@code auth.users}. */
@Repository
class AccountRepository {
    private static final String SELECT_BY_ID = """
            SELECT id, username, full_name, age_bracket, location, employment_status, created_at
              FROM auth.users
             WHERE id = :id
            """;

    private static final String SELECT_CREDENTIALS = """
            SELECT id, password_hash
              FROM auth.users
             WHERE lower(username) = lower(:username)
            """;

    private final DatabaseClient database;

    AccountRepository(DatabaseClient database) {
        this.database = database;
    }

    /** The account of this id, or empty. */
    Mono<Account> selectById(long id) {
        return database.sql(SELECT_BY_ID)
                .bind("id", id)
                .map(AccountRepository::toAccount)
                .one();
    }

    /** The credentials of this username in any case of its letters, or empty. */
    Mono<Credentials> selectCredentials(String username) {
        return database.sql(SELECT_CREDENTIALS)
                .bind("username", username)
                .map(AccountRepository::toCredentials)
                .one();
    }

    private static Account toAccount(Readable row) {
        return new Account(
                required(row, "id", Long.class),
                required(row, "username", String.class),
                row.get("full_name", String.class),
                row.get("age_bracket", String.class),
                row.get("location", String.class),
                row.get("employment_status", String.class),
                required(row, "created_at", Instant.class));
    }

    private static Credentials toCredentials(Readable row) {
        return new Credentials(required(row, "id", Long.class), required(row, "password_hash", String.class));
    }

    private static <T> T required(Readable row, String column, Class<T> type) {
        return Objects.requireNonNull(row.get(column, type), column);
    }
}
