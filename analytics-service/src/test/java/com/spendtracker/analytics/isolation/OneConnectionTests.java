package com.spendtracker.analytics.isolation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.spendtracker.analytics.AnalyticsTest;
import com.spendtracker.analytics.Asking;
import com.spendtracker.analytics.Person;
import com.spendtracker.db.test.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Flux;

/** Many users, one connection: what one may see is never left for the next. */
@AnalyticsTest
@TestPropertySource(properties = {"spring.r2dbc.pool.initial-size=1", "spring.r2dbc.pool.max-size=1"})
class OneConnectionTests {
    private static final String EVERYBODYS = "select user_id from analytics.transactions";
    private static final int QUESTIONS = 2_000;
    private static final int WRITES = 1_000;
    private static final int AT_ONCE = 8;

    @Autowired
    private WebTestClient client;

    @Autowired
    private DatabaseClient database;

    @Autowired
    private TransactionalOperator inTransaction;

    private final Person one = Person.create().spends("1.00", "A", "2026-01-01").spends("2.00", "A", "2026-01-02");
    private final Person other = Person.create().spends("3.00", "B", "2026-01-01");

    @Test
    void requestsWhenTwoUsersAlternateThenEachGetsTheirOwnRows() {
        Asking transactions = new Asking(client, "/api/v1/transactions");
        IntStream.range(0, 400).parallel().forEach(n -> {
            Person who = n % 2 == 0 ? one : other;
            assertThat(transactions.answered(who, "GET", "", 200))
                    .hasSize(n % 2 == 0 ? 2 : 1)
                    .allMatch(row -> row.get("user_id").asLong() == who.id());
        });
    }

    @Test
    void statementsWhenTwoUsersAlternateHoweverTheyEndThenEachSeesTheirOwnRows() {
        Flux.range(0, QUESTIONS)
                .flatMap(
                        n -> {
                            Person who = n % 2 == 0 ? one : other;
                            return as(who, ending(n / 2 % 5))
                                    .doOnNext(id -> assertThat(id).isEqualTo(who.id()));
                        },
                        AT_ONCE)
                .blockLast();
    }

    /** Rows without an owner in the condition, asked for in several ways. */
    private Flux<Long> ending(int way) {
        Flux<Long> ids = database.sql(EVERYBODYS).mapValue(Long.class).all();
        return switch (way) {
            case 0 -> ids.take(1); // and no more
            case 1 ->
                database.sql("select 1 / (user_id - user_id) from analytics.transactions")
                        .mapValue(Long.class)
                        .all()
                        .onErrorComplete(DataAccessException.class);
            case 2 -> ids.as(inTransaction::transactional);
            case 3 ->
                inTransaction.execute(status -> {
                    status.setRollbackOnly();
                    return ids;
                });
            default -> ids;
        };
    }

    @Test
    void writesWhenTwoUsersAlternateHoweverTheyEndThenEachIsStoredOnceForItsOwner() {
        Flux.range(0, WRITES)
                .flatMap(n -> as(n % 2 == 0 ? one : other, writing(n % 2 == 0 ? one : other, n)), AT_ONCE)
                .blockLast();

        for (Person who : List.of(one, other)) {
            assertThat(as(
                                    who,
                                    database.sql("select count(*) from analytics.accounts where name like 'Written %'")
                                            .mapValue(Long.class)
                                            .all())
                            .blockLast())
                    .isEqualTo(WRITES / 2 * 3 / 5);
        }
    }

    /** An account, three times out of five. */
    private Flux<Long> writing(Person who, int n) {
        GenericExecuteSpec insert = database.sql(
                        "insert into analytics.accounts (user_id, name) values ($1, $2) returning user_id")
                .bind(0, who.id())
                .bind(1, "Written " + n);
        return switch (n / 2 % 5) {
            case 0 -> insert.mapValue(Long.class).all();
            case 1 -> insert.mapValue(Long.class).all().take(1); // and no more
            case 2 -> insert.fetch().rowsUpdated().flux();
            case 3 -> insert.bind(1, "").mapValue(Long.class).all().onErrorComplete(DataAccessException.class);
            default ->
                insert.bind(0, who.equals(one) ? other.id() : one.id())
                        .mapValue(Long.class)
                        .all()
                        .onErrorComplete(DataAccessException.class);
        };
    }

    @Test
    void statementsWhenThereIsNoUserThenNothing() {
        as(one, database.sql(EVERYBODYS).fetch().all()).blockLast();

        assertThat(database.sql(EVERYBODYS).fetch().all().collectList().block()).isEmpty();
    }

    @Test
    void writeWhenForSomebodyElseThenRefused() {
        assertThatExceptionOfType(DataAccessException.class)
                .isThrownBy(() -> as(
                                one,
                                database.sql(
                                                "insert into analytics.views (user_id, name, query) values ($1, 'Theirs', '')")
                                        .bind(0, other.id())
                                        .fetch()
                                        .rowsUpdated()
                                        .flux())
                        .blockLast());
    }

    @Test
    void writeWhenItsCommitIsRefusedThenTheCallerIsToldAndTheConnectionGoesOn() throws SQLException {
        admin("""
                create function analytics.refuse_late() returns trigger language plpgsql as
                  $$ begin raise 'too late' using errcode = 'integrity_constraint_violation'; end $$""");
        admin("create constraint trigger refused_late after insert on analytics.accounts deferrable initially deferred"
                + " for each row when (new.name = 'Late') execute function analytics.refuse_late()");
        try {
            Flux<Long> late = database.sql(
                            "insert into analytics.accounts (user_id, name) values ($1, 'Late') returning id")
                    .bind(0, one.id())
                    .mapValue(Long.class)
                    .one()
                    .flux();

            assertThatExceptionOfType(DataAccessException.class)
                    .isThrownBy(() -> as(one, late).blockLast());
            assertThatExceptionOfType(DataAccessException.class)
                    .isThrownBy(
                            () -> as(one, late.as(inTransaction::transactional)).blockLast());
        } finally {
            admin("drop function analytics.refuse_late() cascade");
        }
        assertThat(as(
                                one,
                                database.sql("select count(*) from analytics.accounts")
                                        .mapValue(Long.class)
                                        .all())
                        .blockLast())
                .isZero();
    }

    private static <T> Flux<T> as(Person who, Flux<T> questions) {
        return questions.contextWrite(who.request());
    }

    private static void admin(String sql) throws SQLException {
        try (Connection connection = TestDatabase.get().adminConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
