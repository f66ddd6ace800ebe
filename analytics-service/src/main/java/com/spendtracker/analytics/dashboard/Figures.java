package com.spendtracker.analytics.dashboard;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * All sums of a dashboard; a part without any transaction has none.
 *
 * @param currency what they are in: ISO 4217, null where nothing matches at any time
 */
record Figures(@Nullable String currency, Map<Part, List<Sum>> parts) {

    /** Those of a part: categories with the largest first, what has a day ascending. */
    List<Sum> of(Part part) {
        return parts.getOrDefault(part, List.of());
    }

    /** The one of a part that has one at most. */
    Optional<Sum> only(Part part) {
        return of(part).stream().findFirst();
    }

    /** Those of a part by their days. */
    Map<LocalDate, Sum> byDay(Part part) {
        return of(part).stream().collect(Collectors.toMap(Sum::itsDay, Function.identity()));
    }

    /** Those of a part by their keys. */
    Map<Integer, Sum> byKey(Part part) {
        return of(part).stream().collect(Collectors.toMap(Sum::itsKey, Function.identity()));
    }
}
