package com.spendtracker.analytics.isolation;

import static org.assertj.core.api.Assertions.assertThat;

import com.spendtracker.analytics.AnalyticsTest;
import com.spendtracker.analytics.Person;
import com.spendtracker.support.test.ForgetfulConnections;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.web.reactive.server.WebTestClient;

/** The service with the owner taken out of its statements: it answers what it would with it. */
@AnalyticsTest
@Import(ForgetfulConnections.class)
class ForgottenOwnerTests {
    @Autowired
    private WebTestClient client;

    private final Person person = Person.create()
            .spends("10.00", "Mine", "2026-01-01")
            .spends("20.00", "Mine", "2026-02-01")
            .has("income", "5.00", "EUR", "Salary", "2026-02-02");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/transactions",
                "/transactions?q=corner&sort=merchant",
                "/transactions?min_amount=1&sort=-amount",
                "/transactions?categories=Mine&weekdays=7",
                "/transactions/metrics",
                "/transactions/metrics?start_date=2026-02-01&end_date=2026-02-01",
                "/transactions/merchants",
                "/transactions/time-series",
                "/transactions/export?format=csv",
                "/dashboard",
                "/dashboard?q=corner",
                "/dashboard?categories=Mine",
                "/categories",
                "/accounts",
                "/rules",
                "/views",
                "/imports"
            })
    void anyQuestionWhenTheOwnerIsForgottenThenAnsweredAsIfThereWereNobodyElse(String question) {
        person.account("Mine");
        String alone = answer(question);
        int forgotten = ForgetfulConnections.FORGOTTEN.get();
        Person another = Person.create()
                .spends("1000.00", "Theirs", "2026-01-01")
                .spends("2000.00", "Mine", "2026-02-01")
                .spends("3000.00", "Mine", "2026-03-01");
        another.account("Theirs");

        assertThat(answer(question)).isEqualTo(alone);
        assertThat(ForgetfulConnections.FORGOTTEN.get()).isGreaterThan(forgotten);
    }

    private String answer(String question) {
        byte[] body = person.asking(client)
                .get()
                .uri("/api/v1" + question)
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .returnResult()
                .getResponseBody();
        return body == null ? "" : new String(body, StandardCharsets.UTF_8);
    }
}
