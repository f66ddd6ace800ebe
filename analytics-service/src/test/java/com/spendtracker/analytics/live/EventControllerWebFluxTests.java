package com.spendtracker.analytics.live;

import com.spendtracker.analytics.AnalyticsTest;
import com.spendtracker.analytics.Person;
import com.spendtracker.db.test.TestDatabase;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.function.Predicate;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.codec.ServerSentEvent;
import org.springframework.test.web.reactive.server.WebTestClient;
import reactor.core.publisher.Flux;
import reactor.test.StepVerifier;

@AnalyticsTest
class EventControllerWebFluxTests {
    private static final String LISTENERS =
            "from pg_stat_activity where state = 'idle' and query = 'LISTEN analytics_changes'";
    private static final String LISTENING = "select count(*) " + LISTENERS;
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String UNKNOWN = "unknown";
    private static final Predicate<String> KNOWN = Predicate.not(UNKNOWN::equals);

    private final WebTestClient client;

    EventControllerWebFluxTests(@Autowired WebTestClient client) {
        this.client = client;
    }

    @Test
    void eventsWhenATransactionIsWrittenChangedOrDeletedThenOneEach() {
        Person person = Person.create().spends("1.00", "A", "2026-01-01");

        StepVerifier.create(changes(person, null).filter(KNOWN))
                .then(EventControllerWebFluxTests::awaitListening)
                .then(() -> person.spends("2.00", "A", "2026-01-02"))
                .expectNextCount(2) // its category is touched, too
                .then(() -> execute("update analytics.transactions set amount = 3 where user_id = " + person.id()))
                .expectNextCount(1)
                .then(() -> execute("delete from analytics.transactions where user_id = " + person.id()))
                .expectNextCount(1)
                .thenCancel()
                .verify(PATIENCE);
    }

    @Test
    void eventsWhenSomebodyElseWritesThenSilence() {
        Person person = Person.create();
        Person another = Person.create();

        StepVerifier.create(changes(person, null).filter(KNOWN))
                .then(EventControllerWebFluxTests::awaitListening)
                .then(() -> another.spends("2.00", "A", "2026-01-02"))
                .then(() -> person.spends("1.00", "A", "2026-01-01"))
                .expectNextCount(2)
                .expectNoEvent(Duration.ofSeconds(1))
                .thenCancel()
                .verify(PATIENCE);
    }

    @Test
    void eventsWhenOneComesBackThenToldAtOnce() {
        StepVerifier.create(changes(Person.create(), "4711"))
                .expectNext(UNKNOWN)
                .thenCancel()
                .verify(PATIENCE);
    }

    @Test
    void eventsWhenTheListeningConnectionBreaksThenChangesAreHeardAgain() {
        Person person = Person.create();

        StepVerifier.create(changes(person, null).skipUntil(KNOWN).take(1))
                .then(EventControllerWebFluxTests::awaitListening)
                .then(EventControllerWebFluxTests::breakTheListeningConnection)
                .then(EventControllerWebFluxTests::awaitListening)
                .then(() -> person.spends("1.00", "A", "2026-01-01"))
                .expectNextCount(1)
                .expectComplete()
                .verify(PATIENCE);
    }

    private Flux<String> changes(Person person, @Nullable String lastEventId) {
        return person.asking(client)
                .get()
                .uri("/api/v1/events")
                .headers(headers -> {
                    if (lastEventId != null) {
                        headers.set("Last-Event-ID", lastEventId);
                    }
                })
                .exchange()
                .expectStatus()
                .isOk()
                .returnResult(new ParameterizedTypeReference<ServerSentEvent<String>>() {})
                .getResponseBody()
                .filter(event -> "change".equals(event.event()))
                .mapNotNull(ServerSentEvent::id);
    }

    private static void breakTheListeningConnection() {
        execute("select pg_terminate_backend(pid), pg_sleep(0.1) " + LISTENERS);
    }

    private static void awaitListening() {
        Awaitility.await().atMost(PATIENCE).until(() -> query(LISTENING) > 0);
    }

    private static void execute(String sql) {
        try (Connection connection = TestDatabase.get().adminConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static long query(String sql) throws SQLException {
        try (Connection connection = TestDatabase.get().adminConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }
}
