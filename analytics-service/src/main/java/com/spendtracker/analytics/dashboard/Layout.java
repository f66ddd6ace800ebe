package com.spendtracker.analytics.dashboard;

import com.spendtracker.analytics.dashboard.DashboardBefore.Point;
import com.spendtracker.analytics.metrics.CategoryTotal;
import com.spendtracker.analytics.metrics.Period;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Lays out the sums of a dashboard: in the order of the calendar, with zeros where there are none. */
record Layout(Figures figures, Range range, Amounts amounts) {

    List<CategoryTotal> categories() {
        return figures.of(Part.CATEGORY).stream()
                .map(sum -> new CategoryTotal(
                        sum.itsName(),
                        Objects.requireNonNull(sum.color()),
                        amounts.of(sum.total()),
                        sum.transactionCount()))
                .toList();
    }

    List<DashboardPoint> points() {
        Map<LocalDate, Sum> sums = figures.byDay(Part.POINT);
        return range.points().stream()
                .map(period -> point(period, sums.getOrDefault(period.periodStart(), Sum.NOTHING)))
                .toList();
    }

    private DashboardPoint point(Period period, Sum sum) {
        return new DashboardPoint(
                period.periodStart(),
                period.startDate(),
                period.endDate(),
                amounts.of(sum.total()),
                sum.transactionCount(),
                amounts.ofNullable(sum.largest()));
    }

    List<MonthTotal> months() {
        Map<LocalDate, Sum> sums = figures.byDay(Part.MONTH);
        Map<LocalDate, Map<Integer, Sum>> parts = figures.of(Part.MONTH_CATEGORY).stream()
                .collect(Collectors.groupingBy(Sum::itsDay, Collectors.toMap(Sum::itsKey, Function.identity())));
        return range.months().stream()
                .map(month -> month(
                        month,
                        sums.getOrDefault(month.periodStart(), Sum.NOTHING),
                        parts.getOrDefault(month.periodStart(), Map.of())))
                .toList();
    }

    private MonthTotal month(Period month, Sum sum, Map<Integer, Sum> parts) {
        return new MonthTotal(
                month.periodStart(),
                month.startDate(),
                month.endDate(),
                amounts.of(sum.total()),
                figures.of(Part.CATEGORY).stream()
                        .flatMap(category -> Stream.ofNullable(parts.get(category.itsKey()))
                                .map(part -> new CategoryAmount(category.itsName(), amounts.of(part.total()))))
                        .toList());
    }

    List<WeekdayTotal> weekdays() {
        Map<Integer, Sum> sums = figures.byKey(Part.WEEKDAY);
        return Stream.of(DayOfWeek.values())
                .map(weekday -> weekday(weekday, sums.getOrDefault(weekday.getValue(), Sum.NOTHING)))
                .toList();
    }

    private WeekdayTotal weekday(DayOfWeek weekday, Sum sum) {
        long dayCount = range.dayCount(weekday);
        return new WeekdayTotal(
                weekday.getValue(),
                amounts.of(sum.total()),
                sum.transactionCount(),
                dayCount,
                amounts.average(sum.total(), dayCount));
    }

    List<DayTotal> days() {
        return figures.of(Part.DAY).stream()
                .map(sum -> new DayTotal(sum.itsDay(), amounts.of(sum.total()), sum.transactionCount()))
                .toList();
    }

    DashboardBefore before(Days days) {
        Sum sum = figures.only(Part.BEFORE).orElse(Sum.NOTHING);
        return new DashboardBefore(
                days.first(),
                days.last(),
                amounts.of(sum.total()),
                amounts.average(sum.total(), sum.transactionCount()),
                amounts.averageMonth(sum.total(), days.count()),
                sum.transactionCount(),
                amounts.ofNullable(sum.largest()),
                figures.of(Part.BEFORE_CATEGORY).stream()
                        .map(part -> new CategoryAmount(part.itsName(), amounts.of(part.total())))
                        .toList(),
                pointsBefore(days));
    }

    private List<Point> pointsBefore(Days before) {
        if (range.days() == null) {
            return List.of();
        }
        long apart = ChronoUnit.DAYS.between(before.first(), range.days().first());
        Map<LocalDate, Sum> sums = figures.byDay(Part.BEFORE_POINT);
        return range.points().stream()
                .map(period -> pointBefore(
                        new Days(period.startDate(), period.endDate())
                                .earlier(apart)
                                .until(before.last()),
                        sums.getOrDefault(period.periodStart(), Sum.NOTHING)))
                .toList();
    }

    private Point pointBefore(Days days, Sum sum) {
        return new Point(days.first(), days.last(), amounts.of(sum.total()));
    }
}
