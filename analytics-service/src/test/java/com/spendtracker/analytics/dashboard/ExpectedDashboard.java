package com.spendtracker.analytics.dashboard;

import com.spendtracker.analytics.metrics.CategoryTotal;
import com.spendtracker.analytics.metrics.Granularity;
import com.spendtracker.analytics.metrics.MerchantTotal;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a dashboard must say, added up row by row and day by day, without any of the code that it is compared with. */
final class ExpectedDashboard {
    private final Asked asked;
    private final List<Booking> matching;
    private final @Nullable String currency;
    private final List<Booking> shown;
    private final List<LocalDate> days;

    private ExpectedDashboard(Asked asked, Ledger ledger) {
        this.asked = asked;
        matching = ledger.bookings().stream().filter(asked::matches).toList();
        List<Booking> inRange = matching.stream().filter(this::isShown).toList();
        currency = mostUsed(
                inRange.isEmpty() ? matching.stream().filter(this::isBefore).toList() : inRange);
        shown = inRange.stream().filter(this::isCounted).toList();
        days = days();
    }

    static Dashboard of(Asked asked, Ledger ledger) {
        return new ExpectedDashboard(asked, ledger).dashboard();
    }

    private Dashboard dashboard() {
        return new Dashboard(
                currency,
                matching.stream().filter(this::isShown).count() - shown.size(),
                shown.stream().map(Booking::date).min(Comparator.naturalOrder()).orElse(null),
                shown.stream().map(Booking::date).max(Comparator.naturalOrder()).orElse(null),
                sum(shown),
                mean(sum(shown), shown.size()),
                month(sum(shown), days.size()),
                shown.size(),
                largest(),
                categories(shown).stream()
                        .map(part -> new CategoryTotal(
                                part.category(),
                                "#336699",
                                part.total(),
                                of(shown, Booking::category, part.category()).size()))
                        .toList(),
                merchants(),
                asked.granularity(),
                points(),
                months(),
                Stream.of(DayOfWeek.values()).map(this::weekday).toList(),
                daily(),
                asked.before() == null ? null : before(asked.before()));
    }

    private boolean isShown(Booking booking) {
        return (asked.start() == null || !booking.date().isBefore(asked.start()))
                && (asked.end() == null || !booking.date().isAfter(asked.end()));
    }

    private boolean isBefore(Booking booking) {
        return asked.before() != null && isWithin(asked.before()).test(booking);
    }

    private boolean isCounted(Booking booking) {
        return booking.currency().equals(currency);
    }

    private static Predicate<Booking> isWithin(Days days) {
        return booking ->
                !booking.date().isBefore(days.first()) && !booking.date().isAfter(days.last());
    }

    private static @Nullable String mostUsed(List<Booking> bookings) {
        return bookings.stream()
                .collect(Collectors.groupingBy(Booking::currency, TreeMap::new, Collectors.counting()))
                .entrySet()
                .stream()
                .max(Map.Entry.<String, Long>comparingByValue()
                        .thenComparing(Map.Entry.comparingByKey(Comparator.reverseOrder())))
                .map(Map.Entry::getKey)
                .orElse(null);
    }

    private List<LocalDate> days() {
        LocalDate first = asked.start() != null
                ? asked.start()
                : shown.stream()
                        .map(Booking::date)
                        .min(Comparator.naturalOrder())
                        .orElse(null);
        LocalDate last = asked.end() != null
                ? asked.end()
                : shown.stream()
                        .map(Booking::date)
                        .max(Comparator.naturalOrder())
                        .orElse(null);
        return first == null || last == null
                ? List.of()
                : LongStream.rangeClosed(first.toEpochDay(), last.toEpochDay())
                        .mapToObj(LocalDate::ofEpochDay)
                        .toList();
    }

    private @Nullable LargestTransaction largest() {
        return shown.stream()
                .max(Comparator.comparing(Booking::amount)
                        .thenComparing(Booking::date)
                        .thenComparingLong(Booking::id))
                .map(booking -> new LargestTransaction(
                        booking.id(),
                        booking.date(),
                        booking.merchant(),
                        "CARD PAYMENT",
                        booking.category(),
                        digits(booking.amount())))
                .orElse(null);
    }

    private List<CategoryAmount> categories(List<Booking> bookings) {
        return bookings.stream()
                .map(Booking::category)
                .distinct()
                .map(category -> new CategoryAmount(category, sum(of(bookings, Booking::category, category))))
                .sorted(Comparator.comparing(CategoryAmount::total).reversed().thenComparing(CategoryAmount::category))
                .toList();
    }

    private List<MerchantTotal> merchants() {
        return shown.stream()
                .map(Booking::merchant)
                .filter(Objects::nonNull)
                .distinct()
                .map(merchant -> new MerchantTotal(
                        merchant,
                        sum(of(shown, Booking::merchant, merchant)),
                        of(shown, Booking::merchant, merchant).size()))
                .sorted(Comparator.comparing(MerchantTotal::total).reversed().thenComparing(MerchantTotal::merchant))
                .limit(10)
                .toList();
    }

    private LocalDate periodOf(LocalDate day) {
        LocalDate start = day;
        while ((asked.granularity() == Granularity.MONTH && start.getDayOfMonth() > 1)
                || (asked.granularity() == Granularity.WEEK && start.getDayOfWeek() != asked.weekStart())) {
            start = start.minusDays(1);
        }
        return start;
    }

    /** The days of each period of the range, ascending. */
    private Map<LocalDate, List<LocalDate>> periods() {
        return days.stream().collect(Collectors.groupingBy(this::periodOf, TreeMap::new, Collectors.toList()));
    }

    private List<DashboardPoint> points() {
        return periods().entrySet().stream()
                .map(period -> {
                    List<Booking> bookings = on(shown, period.getValue());
                    return new DashboardPoint(
                            period.getKey(),
                            period.getValue().getFirst(),
                            period.getValue().getLast(),
                            sum(bookings),
                            bookings.size(),
                            largest(bookings));
                })
                .toList();
    }

    private List<MonthTotal> months() {
        Map<YearMonth, List<LocalDate>> months =
                days.stream().collect(Collectors.groupingBy(YearMonth::from, TreeMap::new, Collectors.toList()));
        List<String> order =
                categories(shown).stream().map(CategoryAmount::category).toList();
        return months.entrySet().stream()
                .map(month -> {
                    List<Booking> bookings = on(shown, month.getValue());
                    return new MonthTotal(
                            month.getKey().atDay(1),
                            month.getValue().getFirst(),
                            month.getValue().getLast(),
                            sum(bookings),
                            categories(bookings).stream()
                                    .sorted(Comparator.comparingInt(part -> order.indexOf(part.category())))
                                    .toList());
                })
                .toList();
    }

    private WeekdayTotal weekday(DayOfWeek weekday) {
        List<Booking> bookings = of(shown, booking -> booking.date().getDayOfWeek(), weekday);
        long count = days.stream().filter(day -> day.getDayOfWeek() == weekday).count();
        return new WeekdayTotal(weekday.getValue(), sum(bookings), bookings.size(), count, mean(sum(bookings), count));
    }

    private List<DayTotal> daily() {
        return days.stream()
                .filter(day -> shown.stream().anyMatch(booking -> booking.date().equals(day)))
                .map(day -> new DayTotal(
                        day,
                        sum(on(shown, List.of(day))),
                        on(shown, List.of(day)).size()))
                .toList();
    }

    private DashboardBefore before(Days range) {
        List<Booking> earlier =
                matching.stream().filter(this::isBefore).filter(this::isCounted).toList();
        return new DashboardBefore(
                range.first(),
                range.last(),
                sum(earlier),
                mean(sum(earlier), earlier.size()),
                month(sum(earlier), range.last().toEpochDay() - range.first().toEpochDay() + 1),
                earlier.size(),
                largest(earlier),
                categories(earlier),
                periods().values().stream()
                        .map(period -> pointBefore(period, range, earlier))
                        .toList());
    }

    private DashboardBefore.Point pointBefore(List<LocalDate> period, Days range, List<Booking> earlier) {
        long apart = days.getFirst().toEpochDay() - range.first().toEpochDay();
        List<LocalDate> moved = period.stream().map(day -> day.minusDays(apart)).toList();
        List<LocalDate> counted =
                moved.stream().filter(day -> !day.isAfter(range.last())).toList();
        List<LocalDate> named = counted.isEmpty() ? moved : counted;
        return new DashboardBefore.Point(named.getFirst(), named.getLast(), sum(on(earlier, counted)));
    }

    private static List<Booking> on(List<Booking> bookings, List<LocalDate> days) {
        return bookings.stream()
                .filter(booking -> days.contains(booking.date()))
                .toList();
    }

    private static <K> List<Booking> of(List<Booking> bookings, Function<Booking, @Nullable K> key, K value) {
        return bookings.stream()
                .filter(booking -> value.equals(key.apply(booking)))
                .toList();
    }

    private @Nullable BigDecimal largest(List<Booking> bookings) {
        return bookings.stream()
                .map(Booking::amount)
                .max(Comparator.naturalOrder())
                .map(this::digits)
                .orElse(null);
    }

    private BigDecimal sum(List<Booking> bookings) {
        return digits(bookings.stream().map(Booking::amount).reduce(BigDecimal.ZERO, BigDecimal::add));
    }

    private BigDecimal mean(BigDecimal sum, long count) {
        return count == 0
                ? digits(BigDecimal.ZERO)
                : sum.divide(BigDecimal.valueOf(count), scale(), RoundingMode.HALF_UP);
    }

    private BigDecimal month(BigDecimal sum, long dayCount) {
        return mean(sum.multiply(new BigDecimal("30.4375")), dayCount);
    }

    private BigDecimal digits(BigDecimal amount) {
        return amount.setScale(scale());
    }

    private int scale() {
        return "JPY".equals(currency) ? 0 : 2;
    }
}
