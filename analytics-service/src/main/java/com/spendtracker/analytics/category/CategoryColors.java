package com.spendtracker.analytics.category;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Chooses colours for categories that are added without one. */
final class CategoryColors {
    private static final List<String> PALETTE = List.of(
            "#1565c0", "#2e7d32", "#d32f2f", "#f9a825", "#6a1b9a", "#00838f", "#ef6c00", "#c2185b", "#7cb342",
            "#3949ab", "#795548", "#00897b", "#0288d1", "#ab47bc", "#9e9d24", "#546e7a");

    private CategoryColors() {}

    /** The colour of the palette that the fewest of these have, as #rrggbb. */
    static String leastUsed(List<Category> categories) {
        Map<String, Long> uses = categories.stream()
                .map(Category::color)
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
        return PALETTE.stream()
                .min(Comparator.comparing(color -> uses.getOrDefault(color, 0L)))
                .orElseThrow();
    }
}
