package com.spendtracker.e2e.stack;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Which transactions are asked for: inclusive dates and names of categories, none of which means all. */
public record Filter(@Nullable LocalDate start, @Nullable LocalDate end, List<String> categories) {
    public static final Filter NONE = new Filter(null, null, List.of());

    public static Filter between(LocalDate start, LocalDate end) {
        return new Filter(start, end, List.of());
    }

    public static Filter in(List<String> categories) {
        return new Filter(null, null, categories);
    }

    /** The day up to which the demo data reaches, give or take one. */
    public static LocalDate today() {
        return LocalDate.now(ZoneOffset.UTC);
    }

    public Filter withCategories(List<String> names) {
        return new Filter(start, end, names);
    }

    /** The filter as the API and the pages write it, further parameters after it; empty or starting with "?". */
    public String query(String... more) {
        List<String> parts = new ArrayList<>();
        if (start != null) {
            parts.add("start_date=" + start);
        }
        if (end != null) {
            parts.add("end_date=" + end);
        }
        if (!categories.isEmpty()) {
            parts.add("categories=" + URLEncoder.encode(String.join(",", categories), StandardCharsets.UTF_8));
        }
        parts.addAll(List.of(more));
        return parts.isEmpty() ? "" : "?" + String.join("&", parts);
    }
}
