package com.spendtracker.gateway.limits;

import io.github.bucket4j.Bandwidth;
import java.time.Duration;

/**
 * So many requests at once, which grow back steadily within the window.
 *
 * @param policy its name, as clients see it
 * @param quota how many; none are limited if it is 0
 * @param window how long it takes to have all of them again, from none
 */
record Limit(String policy, long quota, Duration window) {
    boolean isOff() {
        return quota == 0;
    }

    Bandwidth bandwidth() {
        return Bandwidth.builder().capacity(quota).refillGreedy(quota, window).build();
    }
}
