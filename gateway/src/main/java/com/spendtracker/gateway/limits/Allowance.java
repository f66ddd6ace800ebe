package com.spendtracker.gateway.limits;

import io.github.bucket4j.ConsumptionProbe;
import java.time.Duration;

/**
 * What a request left of a limit.
 *
 * @param policy the limit's name, as clients see it
 * @param quota the most requests at once
 * @param window how long it takes to have all of them again, from none
 * @param isGranted whether this request was within it
 * @param remaining how many more there may be at once
 * @param untilMore how long until there may be another, where none remains
 * @param untilAll how long until all may be asked for again
 */
record Allowance(
        String policy,
        long quota,
        Duration window,
        boolean isGranted,
        long remaining,
        Duration untilMore,
        Duration untilAll) {
    static Allowance of(Limit limit, ConsumptionProbe probe) {
        return new Allowance(
                limit.policy(),
                limit.quota(),
                limit.window(),
                probe.isConsumed(),
                probe.getRemainingTokens(),
                Duration.ofNanos(probe.getNanosToWaitForRefill()),
                Duration.ofNanos(probe.getNanosToWaitForReset()));
    }

    /** An item of {@code RateLimit-Policy} (draft-ietf-httpapi-ratelimit-headers-10). */
    String asPolicy() {
        return "\"%s\";q=%d;w=%d".formatted(policy, quota, seconds(window));
    }

    /** An item of {@code RateLimit}. */
    String asLimit() {
        return "\"%s\";r=%d;t=%d".formatted(policy, remaining, seconds(untilAll));
    }

    /** Whole seconds, never too few. */
    long retryAfter() {
        return Math.max(1, seconds(untilMore));
    }

    private static long seconds(Duration duration) {
        return duration.plusNanos(999_999_999).toSeconds();
    }
}
