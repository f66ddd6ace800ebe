package com.spendtracker.auth.token;

import static org.assertj.core.api.Assertions.assertThat;

import com.spendtracker.auth.WholeServiceTest;
import com.spendtracker.auth.password.Passwords;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

@WholeServiceTest
class LoginUnderLoadTests {
    private final WebClient client;

    LoginUnderLoadTests(@LocalServerPort int port) {
        this.client = WebClient.create("http://127.0.0.1:" + port);
    }

    @Test
    void loginWhenTooManyAtOnceThenSomeAreToldToComeBackAndNoneFails() {
        List<ResponseEntity<String>> answers = Flux.fromStream(
                        IntStream.range(0, 60).boxed())
                .flatMap(this::login, 60)
                .collectList()
                .blockOptional(Duration.ofSeconds(60))
                .orElseThrow();

        assertThat(answers)
                .extracting(answer -> answer.getStatusCode().value())
                .contains(401, 503)
                .containsOnly(401, 503);
        assertThat(answers)
                .filteredOn(answer -> answer.getStatusCode().value() == 503)
                .allSatisfy(answer -> {
                    assertThat(answer.getHeaders().getFirst(HttpHeaders.RETRY_AFTER))
                            .isEqualTo("2");
                    assertThat(answer.getHeaders().getContentType()).isEqualTo(MediaType.APPLICATION_PROBLEM_JSON);
                    assertThat(answer.getBody()).contains("urn:spend-tracker:problem:unavailable");
                });
    }

    // Everybody is somebody else and somewhere else, so that nobody has tried too often.
    private Mono<ResponseEntity<String>> login(int person) {
        return client.post()
                .uri("/api/v1/login")
                .header("X-Forwarded-For", "192.0.2." + person)
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue("{\"username\":\"nobody-%d@example.com\",\"password\":\"wrong\"}".formatted(person))
                .exchangeToMono(response -> response.toEntity(String.class));
    }

    /** Room for two checks at a time, so that a few requests are already too many. */
    @TestConfiguration(proxyBeanMethods = false)
    static class OneThread {
        @Bean
        @Primary
        Passwords onePasswordAtATime() {
            return new Passwords(1, 1);
        }
    }
}
