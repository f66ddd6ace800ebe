package com.spendtracker.analytics.dashboard;

import com.spendtracker.analytics.metrics.Granularity;
import com.spendtracker.analytics.transaction.TransactionFilter;
import com.spendtracker.support.problem.ProblemException;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.DayOfWeek;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.BindParam;

/** How the spending of a filter is to be laid out, and what it is compared with, as it stands in a query string. */
record DashboardQuery(
        @Parameter(
                description = "The length of the points",
                schema = @Schema(implementation = Granularity.class, defaultValue = "month"))
        @Nullable
        String granularity,

        @BindParam("week_start")
        @Parameter(
                name = "week_start",
                description = "The day that weeks begin on, from 1 (Monday) to 7 (Sunday)",
                schema = @Schema(type = "integer", format = "int32", minimum = "1", maximum = "7", defaultValue = "1"))
        @Nullable
        Integer weekStart,

        @BindParam("before_start_date")
        @Parameter(
                name = "before_start_date",
                description = "The first day of the range to compare with, inclusive; goes with before_end_date",
                example = "2025-01-01")
        @Nullable
        LocalDate beforeStartDate,

        @BindParam("before_end_date")
        @Parameter(
                name = "before_end_date",
                description = "The last day of the range to compare with, inclusive",
                example = "2025-12-31")
        @Nullable
        LocalDate beforeEndDate) {

    /** The whole question; 400 if its parts don't fit together. */
    Question questionAbout(TransactionFilter filter) {
        return new Question(filter, Granularity.of(granularity), firstOfWeek(weekStart), before());
    }

    private static DayOfWeek firstOfWeek(@Nullable Integer number) {
        if (number == null) {
            return DayOfWeek.MONDAY;
        }
        if (number < DayOfWeek.MONDAY.getValue() || number > DayOfWeek.SUNDAY.getValue()) {
            throw ProblemException.invalid("week_start", "must be from 1 (Monday) to 7 (Sunday)");
        }
        return DayOfWeek.of(number);
    }

    private @Nullable Days before() {
        if (beforeStartDate == null && beforeEndDate == null) {
            return null;
        }
        if (beforeStartDate == null) {
            throw ProblemException.invalid("before_start_date", "must be given with before_end_date");
        }
        if (beforeEndDate == null) {
            throw ProblemException.invalid("before_end_date", "must be given with before_start_date");
        }
        if (beforeStartDate.isBefore(TransactionFilter.EARLIEST)) {
            throw ProblemException.invalid("before_start_date", "must not be before " + TransactionFilter.EARLIEST);
        }
        if (beforeEndDate.isBefore(beforeStartDate)) {
            throw ProblemException.invalid("before_end_date", "must not be before before_start_date");
        }
        if (beforeEndDate.isAfter(TransactionFilter.LATEST)) {
            throw ProblemException.invalid("before_end_date", "must not be after " + TransactionFilter.LATEST);
        }
        return new Days(beforeStartDate, beforeEndDate);
    }
}
