package com.spendtracker.analytics.dashboard;

import com.spendtracker.analytics.metrics.Granularity;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A question to the dashboard, made by chance, as a query string and as the predicate that it stands for. */
record Asked(
        @Nullable LocalDate start,
        @Nullable LocalDate end,
        Set<String> categories,
        Set<String> merchants,
        Set<DayOfWeek> weekdays,
        boolean gross,
        @Nullable String currency,
        Granularity granularity,
        DayOfWeek weekStart,
        @Nullable Days before) {

    static Asked random(Random random) {
        LocalDate one = Ledger.FIRST.plusDays(random.nextInt(Ledger.DAYS + 20) - 10L);
        LocalDate other = one.plusDays(random.nextInt(random.nextBoolean() ? 3 : 70));
        LocalDate start = random.nextInt(3) > 0 ? one : null;
        LocalDate end = random.nextInt(3) > 0 ? other : null;
        LocalDate earlier = one.minusDays(random.nextInt(60));
        return new Asked(
                start,
                end,
                random.nextInt(3) == 0 ? some(random, Ledger.CATEGORIES) : Set.of(),
                random.nextInt(4) == 0 ? some(random, Ledger.MERCHANTS) : Set.of(),
                random.nextInt(4) == 0 ? some(random, List.of(DayOfWeek.values())) : Set.of(),
                random.nextBoolean(),
                random.nextInt(6) == 0 ? "JPY" : null,
                List.of(Granularity.values()).get(random.nextInt(3)),
                DayOfWeek.of(1 + random.nextInt(7)),
                random.nextBoolean() ? new Days(earlier, earlier.plusDays(random.nextInt(70))) : null);
    }

    private static <T> Set<T> some(Random random, List<T> all) {
        return random.ints(2, 0, all.size()).mapToObj(all::get).collect(Collectors.toSet());
    }

    boolean matches(Booking booking) {
        return booking.kind().equals("spending")
                && (categories.isEmpty() || categories.contains(booking.category()))
                && (merchants.isEmpty() || (booking.merchant() != null && merchants.contains(booking.merchant())))
                && (weekdays.isEmpty() || weekdays.contains(booking.date().getDayOfWeek()))
                && (!gross || !booking.isRefund())
                && (currency == null || currency.equals(booking.currency()));
    }

    String query() {
        return Stream.of(
                        start == null ? "" : "start_date=" + start,
                        end == null ? "" : "end_date=" + end,
                        categories.isEmpty() ? "" : "categories=" + String.join(",", categories),
                        merchants.stream()
                                .map(name -> "merchant=" + URLEncoder.encode(name, StandardCharsets.UTF_8))
                                .collect(Collectors.joining("&")),
                        weekdays.isEmpty() ? "" : "weekdays=" + numbers(),
                        gross ? "basis=gross" : "",
                        currency == null ? "" : "currency=" + currency,
                        "granularity=" + granularity.text(),
                        "week_start=" + weekStart.getValue(),
                        before == null
                                ? ""
                                : "before_start_date=" + before.first() + "&before_end_date=" + before.last())
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining("&"));
    }

    private String numbers() {
        return weekdays.stream().map(day -> String.valueOf(day.getValue())).collect(Collectors.joining(","));
    }
}
