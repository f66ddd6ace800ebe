package com.spendtracker.analytics.live;

import com.spendtracker.support.security.CurrentUser;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.codec.ServerSentEvent;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Streams server-sent events to open dashboards. */
@RestController
@Tag(name = "Live")
class EventController {
    /** More often than any proxy on the way gives up on a silent connection. */
    private static final Duration HEARTBEAT = Duration.ofSeconds(10);

    private static final ServerSentEvent<String> HEARTBEAT_COMMENT =
            ServerSentEvent.<String>builder().comment("").build();

    private final ChangeFeed feed;
    private final Clock clock = Clock.systemUTC();

    EventController(ChangeFeed feed) {
        this.feed = feed;
    }

    @GetMapping(path = "/api/v1/events", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    @Operation(
            operationId = "streamEvents",
            summary = "An event for each change of the user's transactions or categories",
            description =
                    "Event `change` says that figures read before may be out of date. A client that comes back "
                            + "with Last-Event-ID gets one at once, as it may have missed some. The stream ends with its access token.")
    Flux<ServerSentEvent<String>> events(
            @AuthenticationPrincipal Jwt token,
            @Parameter(description = "The id of the last event seen")
                    @RequestHeader(name = "Last-Event-ID", required = false)
                    @Nullable
                    String lastEventId) {
        Flux<Change> missed = lastEventId == null ? Flux.empty() : Flux.just(Change.UNKNOWN);
        Flux<Change> changes = feed.of(CurrentUser.of(token).id());
        return Flux.merge(
                        Flux.just(HEARTBEAT_COMMENT), // so that the client knows at once that it is connected
                        missed.concatWith(changes).map(EventController::toEvent),
                        Flux.interval(HEARTBEAT).map(_ -> HEARTBEAT_COMMENT))
                .takeUntilOther(Mono.delay(remainingLife(token)));
    }

    private static ServerSentEvent<String> toEvent(Change change) {
        return ServerSentEvent.<String>builder()
                .id(change.id())
                .event("change")
                .data("{}")
                .build();
    }

    private Duration remainingLife(Jwt token) {
        Instant end = Objects.requireNonNull(token.getExpiresAt(), "a validated token expires");
        return Duration.between(clock.instant(), end);
    }
}
