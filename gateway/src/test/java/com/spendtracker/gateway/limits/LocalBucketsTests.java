package com.spendtracker.gateway.limits;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class LocalBucketsTests {
    private static final Limit LIMIT = new Limit("address", 3, Duration.ofHours(1));

    private final LocalBuckets buckets = new LocalBuckets(LIMIT.window());

    @Test
    void takeWhenNoneIsLeftThenRefusedAndSaysUntilWhen() {
        for (int left = 2; left >= 0; left--) {
            assertThat(take("a").isGranted()).isTrue();
        }
        Allowance refused = take("a");

        assertThat(refused.isGranted()).isFalse();
        assertThat(refused.retryAfter()).isBetween(1_190L, 1_200L);
        assertThat(refused.asPolicy()).isEqualTo("\"address\";q=3;w=3600");
        assertThat(refused.asLimit()).startsWith("\"address\";r=0;t=3");
        assertThat(take("b").remaining()).isEqualTo(2);
    }

    @Test
    void takeWhenForEverMoreSubjectsThenNotAllAreRemembered() {
        for (int subject = 0; subject < 100_000; subject++) {
            assertThat(take("subject " + subject).isGranted()).isTrue();
        }
        assertThat(buckets.size()).isLessThanOrEqualTo(LocalBuckets.MOST_SUBJECTS);
    }

    private Allowance take(String subject) {
        return Objects.requireNonNull(buckets.take(LIMIT, subject).block());
    }
}
