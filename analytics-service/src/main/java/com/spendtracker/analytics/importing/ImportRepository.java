package com.spendtracker.analytics.importing;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.Objects;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Reads the records of imports and the accounts that they are about. */
@Repository
class ImportRepository {
    private static final String COLUMNS = """
            select id, request_hash, file_name, format, new_rows, duplicate_rows, rejected_rows, details::text as details,
                   created_at, undone_at
            from analytics.imports
            """;

    private static final String BY_ID = COLUMNS + "where user_id = $1 and id = $2";
    private static final String BY_KEY = COLUMNS + "where user_id = $1 and idempotency_key = $2";
    private static final String ALL = COLUMNS + "where user_id = $1 order by id desc limit $2";

    private static final String UNDO = """
            select count(*)::integer as transactions, (count(*) filter (where version > 1))::integer as edited
            from analytics.transactions
            where user_id = $1 and import_id = $2
            """;

    private static final String ACCOUNTS = """
            select id, name, identifier, currency
            from analytics.accounts
            where user_id = $1
            order by id
            """;

    private final DatabaseClient database;

    ImportRepository(DatabaseClient database) {
        this.database = database;
    }

    Mono<StoredImport> selectById(long owner, int id) {
        return database.sql(BY_ID)
                .bind(0, owner)
                .bind(1, id)
                .map(ImportRepository::toImport)
                .one();
    }

    /** The import that a client called by this key, or empty. */
    Mono<StoredImport> selectByKey(long owner, String key) {
        return database.sql(BY_KEY)
                .bind(0, owner)
                .bind(1, key)
                .map(ImportRepository::toImport)
                .one();
    }

    /** The latest imports, newest first. */
    Flux<StoredImport> selectLatest(long owner, int limit) {
        return database.sql(ALL)
                .bind(0, owner)
                .bind(1, limit)
                .map(ImportRepository::toImport)
                .all();
    }

    /** What undoing an import would remove. */
    Mono<UndoPreview> selectUndo(long owner, int id) {
        return database.sql(UNDO)
                .bind(0, owner)
                .bind(1, id)
                .map(row -> new UndoPreview(
                        Objects.requireNonNull(row.get("transactions", Integer.class)),
                        Objects.requireNonNull(row.get("edited", Integer.class))))
                .one();
    }

    /** The owner's accounts, oldest first. */
    Flux<KnownAccount> selectAccounts(long owner) {
        return database.sql(ACCOUNTS)
                .bind(0, owner)
                .map(row -> new KnownAccount(
                        Objects.requireNonNull(row.get("id", Integer.class)),
                        Objects.requireNonNull(row.get("name", String.class)),
                        row.get("identifier", String.class),
                        row.get("currency", String.class)))
                .all();
    }

    private static StoredImport toImport(Readable row) {
        return new StoredImport(
                Objects.requireNonNull(row.get("id", Integer.class)),
                Objects.requireNonNull(row.get("request_hash", String.class)),
                Objects.requireNonNull(row.get("file_name", String.class)),
                Objects.requireNonNull(row.get("format", String.class)),
                new RowCounts(
                        Objects.requireNonNull(row.get("new_rows", Integer.class)),
                        Objects.requireNonNull(row.get("duplicate_rows", Integer.class)),
                        Objects.requireNonNull(row.get("rejected_rows", Integer.class))),
                Objects.requireNonNull(row.get("details", String.class)),
                Objects.requireNonNull(row.get("created_at", Instant.class)),
                row.get("undone_at", Instant.class));
    }
}
