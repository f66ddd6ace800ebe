package com.spendtracker.analytics.category;

import static org.assertj.core.api.Assertions.assertThat;

import com.spendtracker.analytics.AnalyticsTest;
import com.spendtracker.analytics.Person;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.reactive.server.WebTestClient;

@AnalyticsTest
class CategoryControllerWebFluxTests {
    private final WebTestClient client;

    CategoryControllerWebFluxTests(@Autowired WebTestClient client) {
        this.client = client;
    }

    @Test
    void listThenOnlyOnesOwnByName() {
        Person.create().spends("1.00", "Another's", "2026-01-01");
        Person person =
                Person.create().spends("1.00", "utilities", "2026-01-01").spends("1.00", "Travel", "2026-01-01");

        person.asking(client)
                .get()
                .uri("/api/v1/categories")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(String.class)
                .value(body -> assertThat(body)
                        .matches("\\[\\{\"id\":\\d+,\"name\":\"Travel\",\"parent_id\":null,\"color\":\"#336699\"},"
                                + "\\{\"id\":\\d+,\"name\":\"utilities\",\"parent_id\":null,\"color\":\"#336699\"}]"));
    }
}
