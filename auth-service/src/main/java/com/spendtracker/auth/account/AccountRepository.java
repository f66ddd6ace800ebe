package com.spendtracker.auth.account;

import com.spendtracker.support.isolation.OnBehalf;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/** Reads and writes {@code auth.users}. */
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

    private static final String SELECT_CREDENTIALS_BY_ID = """
            SELECT id, password_hash
              FROM auth.users
             WHERE id = :id
            """;

    private static final String OPEN = """
            SELECT id, username, full_name, age_bracket, location, employment_status, created_at
              FROM auth.open_account(:username, :full_name, :password_hash)
            """;

    private static final String UPDATE_PROFILE = """
            UPDATE auth.users
               SET full_name = nullif(coalesce(:full_name, full_name), ''),
                   age_bracket = nullif(coalesce(:age_bracket, age_bracket), ''),
                   location = nullif(coalesce(:location, location), ''),
                   employment_status = nullif(coalesce(:employment_status, employment_status), '')
             WHERE id = :id
            RETURNING id, username, full_name, age_bracket, location, employment_status, created_at
            """;

    private static final String UPDATE_PASSWORD = "UPDATE auth.users SET password_hash = :password_hash WHERE id = :id";

    private static final String DELETE = "DELETE FROM auth.users WHERE id = :id";

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
                .one()
                .contextWrite(OnBehalf.ofWhoeverShows(username, "auth.user_by_username"));
    }

    /** The credentials of this account, or empty. */
    Mono<Credentials> selectCredentials(long id) {
        return database.sql(SELECT_CREDENTIALS_BY_ID)
                .bind("id", id)
                .map(AccountRepository::toCredentials)
                .one();
    }

    /** Adds an account with the categories that everybody begins with; the transaction is on its behalf from then on. */
    Mono<Account> open(String username, @Nullable String fullName, String passwordHash) {
        return bindText(database.sql(OPEN), "full_name", fullName)
                .bind("username", username)
                .bind("password_hash", passwordHash)
                .map(AccountRepository::toAccount)
                .one();
    }

    /** Changes what is not null; an empty text removes what was there. */
    Mono<Account> updateProfile(long id, Profile profile) {
        GenericExecuteSpec statement = database.sql(UPDATE_PROFILE).bind("id", id);
        statement = bindText(statement, "full_name", profile.fullName());
        statement = bindText(statement, "age_bracket", profile.ageBracket());
        statement = bindText(statement, "location", profile.location());
        statement = bindText(statement, "employment_status", profile.employmentStatus());
        return statement.map(AccountRepository::toAccount).one();
    }

    Mono<Long> updatePassword(long id, String passwordHash) {
        return database.sql(UPDATE_PASSWORD)
                .bind("id", id)
                .bind("password_hash", passwordHash)
                .fetch()
                .rowsUpdated();
    }

    /** Removes an account and, by the foreign keys, everything that belongs to it. */
    Mono<Long> delete(long id) {
        return database.sql(DELETE).bind("id", id).fetch().rowsUpdated();
    }

    private static GenericExecuteSpec bindText(GenericExecuteSpec statement, String name, @Nullable String value) {
        return value == null ? statement.bindNull(name, String.class) : statement.bind(name, value);
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
