package com.spendtracker.analytics.dashboard;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/** The days from the first to the last, both included. */
record Days(LocalDate first, LocalDate last) {

    long count() {
        return ChronoUnit.DAYS.between(first, last) + 1;
    }

    /** How many of them are such days of the week. */
    long count(DayOfWeek weekday) {
        long whole = count() / DayOfWeek.values().length;
        long rest = count() % DayOfWeek.values().length;
        long after = Math.floorMod(weekday.getValue() - first.getDayOfWeek().getValue(), DayOfWeek.values().length);
        return after < rest ? whole + 1 : whole;
    }

    /** The shortest range with these and those in it. */
    Days with(Days others) {
        return new Days(
                first.isBefore(others.first) ? first : others.first, last.isAfter(others.last) ? last : others.last);
    }

    /** Those until this last day; all of them where even the first is later. */
    Days until(LocalDate end) {
        return end.isBefore(first) || end.isAfter(last) ? this : new Days(first, end);
    }

    /** As many days earlier. */
    Days earlier(long days) {
        return new Days(first.minusDays(days), last.minusDays(days));
    }
}
