package com.spendtracker.analytics.categorisation;

import java.util.ArrayList;
import java.util.List;

/**
 * What applying a rule would do.
 *
 * @param matching how many transactions it is about
 * @param changing how many of them would change
 * @param sample the newest that would change
 */
record RulePreview(int matching, int changing, List<RuleEffect> sample) {
    private static final int SAMPLE = 20;

    RulePreview {
        sample = List.copyOf(sample);
    }

    /** Counts one matching transaction after another. */
    static final class Tally {
        private final List<RuleEffect> sample = new ArrayList<>();
        private final int[] counts = new int[2];

        void add(StoredMovement before, RuleChange after) {
            counts[0]++;
            if (after.changes(before)) {
                counts[1]++;
                if (sample.size() < SAMPLE) {
                    sample.add(RuleEffect.of(before, after));
                }
            }
        }

        RulePreview preview() {
            return new RulePreview(counts[0], counts[1], sample);
        }
    }
}
