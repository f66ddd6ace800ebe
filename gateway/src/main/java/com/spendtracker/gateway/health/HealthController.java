package com.spendtracker.gateway.health;

import java.net.URI;
import java.time.Duration;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Says whether the product as a whole can serve. */
@RestController
class HealthController {
    private static final Duration TIMEOUT = Duration.ofSeconds(3);
    private static final String READINESS = "/readyz";

    private final BackendProperties backends;
    private final WebClient http = WebClient.create();

    HealthController(BackendProperties backends) {
        this.backends = backends;
    }

    /** The state of the whole, as one word. */
    record Health(String status) {}

    @GetMapping("/health")
    Mono<ResponseEntity<Health>> health() {
        return Flux.fromIterable(backends.urls())
                .flatMap(this::requestReadiness)
                .all(ready -> ready)
                .map(HealthController::toResponse);
    }

    private Mono<Boolean> requestReadiness(URI service) {
        return http.get()
                .uri(service.resolve(READINESS))
                .retrieve()
                .toBodilessEntity()
                .thenReturn(true)
                .timeout(TIMEOUT)
                .onErrorReturn(false); // whatever the reason, the answer to the question is no
    }

    private static ResponseEntity<Health> toResponse(boolean ready) {
        return ready
                ? ResponseEntity.ok(new Health("healthy"))
                : ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE).body(new Health("unhealthy"));
    }
}
