package com.spendtracker.db;

import static com.spendtracker.db.Scratch.migrate;
import static com.spendtracker.db.Scratch.rows;
import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever is written, and by however many at once, the kept sums are those of the transactions. */
class RollUpExactnessTests {

    private static final String DIFFERENCES = "SELECT * FROM analytics.roll_up_differences()";

    private static final int WRITERS = 4;

    /**
     * What two may do to each other: missing or doubled rows, an amount for what has become income meanwhile, and a circle of
     * transactions that each write several times.
     */
    private static final List<String> BAD_LUCK = List.of("23502", "23503", "23505", "23514", "40001", "40P01");

    private static Scratch scratch;

    private final List<Connection> connections = new ArrayList<>();

    @BeforeAll
    static void migrateScratch() throws SQLException {
        scratch = Scratch.create();
        migrate(scratch.settings().withDemoData(false));
    }

    @AfterAll
    static void dropScratch() throws SQLException {
        scratch.close();
    }

    @BeforeEach
    void begin() throws SQLException {
        Connection connection = connect();
        Sql.execute(connection, "DELETE FROM auth.users");
        Sql.execute(connection, RandomWriter.EVERYBODY);
    }

    @AfterEach
    void disconnect() throws SQLException {
        for (Connection connection : connections) {
            connection.close();
        }
    }

    /** The same seeds each time, and one of its own, which the test's name and its failure tell. */
    static LongStream seeds() {
        return LongStream.of(1, 2, 3, System.nanoTime());
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void rollUpsWhenOneWritesThenAreExactAfterEveryStatement(long seed) throws SQLException {
        RandomWriter writer = new RandomWriter(seed);
        Connection connection = connect();
        connection.setAutoCommit(false);
        for (int statement = 0; statement < 200; statement++) {
            String sql = writer.next();
            Sql.execute(connection, "SAVEPOINT before");
            Sql.execute(connection, sql);
            assertThat(rows(connection, DIFFERENCES))
                    .as("seed %d, statement %d: %s", seed, statement, sql)
                    .isEmpty();
            if (writer.oneIn(5)) {
                Sql.execute(connection, "ROLLBACK TO before");
            }
        }
        assertThat(rows(connection, DIFFERENCES)).as("seed %d", seed).isEmpty();
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void rollUpsWhenManyWriteAtOnceThenAreExactAtEveryMoment(long seed) throws Exception {
        AtomicBoolean writing = new AtomicBoolean(true);
        List<Callable<Integer>> writers = new ArrayList<>();
        for (int number = 0; number < WRITERS; number++) {
            RandomWriter writer = new RandomWriter(seed + number);
            Connection connection = connect();
            writers.add(() -> write(connection, writer));
        }
        Connection watching = connect();
        try (ExecutorService threads = Executors.newCachedThreadPool()) {
            Future<Integer> watched = threads.submit(() -> {
                int looks = 0;
                while (writing.get()) {
                    assertThat(rows(watching, DIFFERENCES)).as("seed %d", seed).isEmpty();
                    looks++;
                }
                return looks;
            });
            int committed = 0;
            try {
                for (Future<Integer> written : threads.invokeAll(writers)) {
                    committed += written.get();
                }
            } finally {
                writing.set(false); // or nothing would end where a writer fails
            }
            assertThat(committed).isGreaterThan(WRITERS);
            assertThat(watched.get()).isGreaterThan(1);
        }
        assertThat(rows(watching, DIFFERENCES)).as("seed %d", seed).isEmpty();
    }

    /** Returns how many of its transactions were committed. */
    private static int write(Connection connection, RandomWriter writer) throws SQLException {
        // Circles are what these transactions are for; at a second each, as is usual, they would take minutes.
        Sql.execute(connection, "SET deadlock_timeout = '5ms'");
        connection.setAutoCommit(false);
        int committed = 0;
        for (int transaction = 0; transaction < 60; transaction++) {
            connection.setTransactionIsolation(
                    writer.oneIn(6) ? Connection.TRANSACTION_REPEATABLE_READ : Connection.TRANSACTION_READ_COMMITTED);
            try {
                do {
                    Sql.execute(connection, writer.next());
                } while (writer.oneIn(2));
                if (writer.oneIn(6)) {
                    connection.rollback();
                } else {
                    connection.commit();
                    committed++;
                }
            } catch (SQLException failure) {
                connection.rollback(); // first, or the others would wait for good for what failed here
                assertThat(failure.getSQLState()).as(failure.getMessage()).isIn(BAD_LUCK);
            }
        }
        return committed;
    }

    /** Rows of one's own, sums in common: each statement touches most of the sums, in no order. */
    @Test
    void rollUpsWhenWrittenStatementByStatementThenNoneWaitInACircle() throws Exception {
        List<Callable<Integer>> writers = new ArrayList<>();
        for (int number = 0; number < WRITERS; number++) {
            Connection connection = connect();
            String own = "'writer " + number + "'";
            writers.add(() -> {
                for (int round = 0; round < 25; round++) {
                    Sql.execute(connection, """
                            INSERT INTO analytics.transactions
                                (user_id, amount, currency, kind, category_id, merchant, description, transaction_date)
                            SELECT user_id, n, 'EUR', 'spending', id, 'Shop ' || n, %s, date '2024-01-01' + n * 11
                            FROM analytics.categories, generate_series(1, 8) AS n ORDER BY random()""".formatted(own));
                    Sql.execute(connection, """
                            UPDATE analytics.transactions
                            SET transaction_date = date '2024-01-01' + (1 + (random() * 7)::integer) * 11
                            WHERE description = %s AND random() < 0.5""".formatted(own));
                    Sql.execute(
                            connection,
                            "DELETE FROM analytics.transactions WHERE random() < 0.3 AND description = " + own);
                }
                return 0;
            });
        }
        try (ExecutorService threads = Executors.newCachedThreadPool()) {
            for (Future<Integer> written : threads.invokeAll(writers)) {
                written.get();
            }
        }
        assertThat(rows(connect(), DIFFERENCES)).isEmpty();
    }

    private Connection connect() throws SQLException {
        Connection connection = scratch.connect();
        connections.add(connection);
        return connection;
    }
}
