package com.spendtracker.analytics.importing;

import io.netty.buffer.ByteBuf;
import io.r2dbc.postgresql.api.PostgresqlConnection;
import io.r2dbc.spi.Connection;
import io.r2dbc.spi.Result;
import io.r2dbc.spi.Wrapped;
import java.util.List;
import java.util.Objects;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Holds the rows of one file in temporary tables of the running transaction: {@code import_staging} has them as they
 * were read, {@code import_outcome} says which are new and which are known.
 */
@Repository
class StagingWriter {
    /** How many columns a row has that a rejected one leaves empty. */
    static final int BOOKING_COLUMNS = 12;

    private static final String BEGIN = """
            set local statement_timeout = 0;
            set local client_connection_check_interval = '2s';
            set local work_mem = '64MB';
            create temporary table import_staging (
              row integer not null, line integer not null, part integer not null,
              field text, reason text, excerpt text,
              account_number integer, amount numeric(19, 4), currency text, kind text, category_id integer,
              category_source text, rule_id integer, learnt_from integer, merchant text, description text,
              transaction_date date, source_key uuid
            ) on commit drop;
            create temporary table import_outcome (
              row integer not null, account_id integer, occurrence integer not null, equals_id bigint
            ) on commit drop
            """;

    /** One import of a person at a time: what is known already must not change in between. */
    static final String LOCK_KEY = "hashtextextended('import of ' || $1, 0)";

    private static final String LOCK = "select 1 as held from pg_advisory_xact_lock(%s)".formatted(LOCK_KEY);

    private static final String COPY = "copy import_staging from stdin";

    // What is unique in the file and in the account is counted: the n-th of equal bookings equals the n-th stored one.
    private static final String NUMBER = """
            insert into import_outcome (row, account_id, occurrence, equals_id)
            select n.row, n.account_id, n.occurrence, t.id
            from (
              select s.row, a.id as account_id, s.source_key,
                     (row_number() over (partition by a.id, a.number_if_new, s.source_key order by s.row))::integer as occurrence
              from import_staging s
              join (
                select number, nullif(id, 0) as id, case when id = 0 then number end as number_if_new
                from unnest($2::integer[], $3::integer[]) as given (number, id)) a on a.number = s.account_number
              where s.reason is null and s.part = 0) n
            left join analytics.transactions t
              on t.user_id = $1 and t.account_id = n.account_id
                and t.source_key = n.source_key and t.occurrence = n.occurrence
            """;

    private final DatabaseClient database;

    StagingWriter(DatabaseClient database) {
        this.database = database;
    }

    /** Waits until no other transaction imports for this owner, or takes an import back. */
    Mono<Void> lock(long owner) {
        return database.sql(LOCK).bind(0, owner).fetch().one().then();
    }

    /** Makes the empty tables, and gives the transaction the time that a large file needs. */
    Mono<Void> begin() {
        return database.inConnection(
                connection -> Flux.from(connection.createStatement(BEGIN).execute())
                        .flatMap(Result::getRowsUpdated)
                        .then());
    }

    /** Writes pieces of whole rows in COPY's text format, each while the next is being read. */
    Mono<Long> copy(Flux<ByteBuf> pieces) {
        // One COPY for each: the driver collects all that a COPY sends before it sends any of it.
        return database.inConnection(connection -> pieces.concatMap(
                        piece -> postgres(connection).copyIn(COPY, Mono.just(piece)), 1)
                .reduce(0L, Long::sum));
    }

    /** Finds out which rows are known; the account of each number is given by its id, 0 for a new one. */
    Mono<Void> number(long owner, List<Integer> numbers, List<Integer> accountIds) {
        return database.inConnection(connection -> Flux.from(connection
                                .createStatement("analyze import_staging")
                                .execute())
                        .flatMap(Result::getRowsUpdated)
                        .then())
                .then(database.sql(NUMBER)
                        .bind(0, owner)
                        .bind(1, numbers.toArray(Integer[]::new))
                        .bind(2, accountIds.toArray(Integer[]::new))
                        .fetch()
                        .rowsUpdated())
                .then();
    }

    // A connection of the pool, in a transaction, is wrapped more than once.
    private static PostgresqlConnection postgres(Connection connection) {
        Object unwrapped = connection;
        while (!(unwrapped instanceof PostgresqlConnection) && unwrapped instanceof Wrapped<?> wrapper) {
            unwrapped = Objects.requireNonNull(wrapper.unwrap());
        }
        return (PostgresqlConnection) unwrapped;
    }
}
