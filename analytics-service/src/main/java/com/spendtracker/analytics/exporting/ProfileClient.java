package com.spendtracker.analytics.exporting;

import com.spendtracker.support.problem.ProblemException;
import com.spendtracker.support.problem.ProblemType;
import java.time.Duration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.function.client.WebClient;
import org.springframework.web.reactive.function.client.WebClientException;
import reactor.core.publisher.Mono;

/** Asks auth-service, with the caller's own token, what it stores about the caller. */
@Component
@EnableConfigurationProperties(ExportProperties.class)
class ProfileClient {
    private static final Duration TIMEOUT = Duration.ofSeconds(5);

    private final WebClient client;

    ProfileClient(ExportProperties properties) {
        this.client = WebClient.create(properties.authServiceUrl().toString());
    }

    /** The profile as JSON; 503 if it can't be had now, for an archive without it would not be complete. */
    Mono<String> profile(String accessToken) {
        return client.get()
                .uri("/api/v1/users/me")
                .header(HttpHeaders.AUTHORIZATION, "Bearer " + accessToken)
                .retrieve()
                .bodyToMono(String.class)
                .timeout(TIMEOUT)
                .onErrorMap(
                        WebClientException.class,
                        _ -> ProblemException.of(
                                ProblemType.UNAVAILABLE,
                                "Your profile can't be had at the moment. Try again shortly."));
    }
}
