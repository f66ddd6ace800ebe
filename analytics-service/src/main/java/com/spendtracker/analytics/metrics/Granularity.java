package com.spendtracker.analytics.metrics;

import com.fasterxml.jackson.annotation.JsonValue;
import com.spendtracker.support.problem.ProblemException;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The length of a time series' periods; weeks begin on Monday (ISO 8601). */
@Schema(enumAsRef = true)
enum Granularity {
    DAY(ChronoUnit.DAYS),
    WEEK(ChronoUnit.WEEKS),
    MONTH(ChronoUnit.MONTHS);

    private final ChronoUnit unit;

    Granularity(ChronoUnit unit) {
        this.unit = unit;
    }

    /** The granularity of this name, month where none is given; 400 if there is none of this name. */
    static Granularity of(@Nullable String name) {
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
    String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The first day of the period that this day lies in. */
    LocalDate startOf(LocalDate day) {
        return switch (this) {
            case DAY -> day;
            case WEEK -> day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
            case MONTH -> day.withDayOfMonth(1);
        };
    }

    /** The first day of the period after the one that starts on this day. */
    LocalDate next(LocalDate start) {
        return start.plus(1, unit);
    }

    /** How many periods lie between these days, both included. */
    long periods(LocalDate first, LocalDate last) {
        return unit.between(startOf(first), startOf(last)) + 1;
    }
}
