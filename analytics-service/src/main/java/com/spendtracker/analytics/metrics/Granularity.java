package com.spendtracker.analytics.metrics;

import com.fasterxml.jackson.annotation.JsonValue;
import com.spendtracker.support.problem.ProblemException;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The length of a time series' periods. */
@Schema(enumAsRef = true)
public enum Granularity {
    DAY(ChronoUnit.DAYS),
    WEEK(ChronoUnit.WEEKS),
    MONTH(ChronoUnit.MONTHS);

    private static final int MAX_PERIODS = 5_000;

    private final ChronoUnit unit;

    Granularity(ChronoUnit unit) {
        this.unit = unit;
    }

    /** The granularity of this name, month where none is given; 400 if there is none of this name. */
    public static Granularity of(@Nullable String name) {
        if (name == null || name.isEmpty()) {
            return MONTH;
        }
        return Arrays.stream(values())
                .filter(granularity -> granularity.text().equals(name))
                .findFirst()
                .orElseThrow(() -> ProblemException.invalid("granularity", "must be day, week or month"));
    }

    /** The name in the API, and PostgreSQL's for {@code date_trunc}. */
    @JsonValue
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * The periods of a range, ascending and without gaps; 400 if they are too many.
     *
     * @param weekStart the day that weeks begin on
     */
    public List<Period> periods(LocalDate first, LocalDate last, DayOfWeek weekStart) {
        LocalDate start = startOf(first, weekStart);
        long count = unit.between(start, startOf(last, weekStart)) + 1;
        if (count > MAX_PERIODS) {
            throw ProblemException.invalid(
                    "granularity",
                    "would give " + count + " points, more than " + MAX_PERIODS
                            + ": choose a longer one or a shorter range");
        }
        return Stream.iterate(start, this::next)
                .limit(count)
                .map(begin -> Period.within(first, last, begin, next(begin).minusDays(1)))
                .toList();
    }

    private LocalDate startOf(LocalDate day, DayOfWeek weekStart) {
        return switch (this) {
            case DAY -> day;
            case WEEK -> day.with(TemporalAdjusters.previousOrSame(weekStart));
            case MONTH -> day.withDayOfMonth(1);
        };
    }

    private LocalDate next(LocalDate start) {
        return start.plus(1, unit);
    }
}
