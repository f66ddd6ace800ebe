package com.spendtracker.analytics.transaction;

import com.spendtracker.support.problem.ProblemException;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Which transactions a question is about: always those of one owner, within inclusive dates, in the
 * named categories (none means all), and whatever else is given.
 *
 * @param accounts ids of accounts, none meaning all
 * @param text part of the merchant or the description, in any case
 * @param currency ISO 4217
 * @param merchants whole names, letter by letter, none meaning all
 * @param weekdays the days of the week on which it was posted, none meaning all
 * @param minAmount compared with the amount without its sign, inclusive
 */
public record TransactionFilter(
        long owner,
        LocalDate start,
        LocalDate end,
        List<String> categories,
        List<Integer> accounts,
        @Nullable Kind kind,
        @Nullable String text,
        @Nullable BigDecimal minAmount,
        @Nullable BigDecimal maxAmount,
        @Nullable Integer importId,
        @Nullable String currency,
        List<String> merchants,
        Set<DayOfWeek> weekdays,
        Basis basis) {
    /** The first day there is. */
    public static final LocalDate EARLIEST = LocalDate.of(1, 1, 1);
    /** The last day there is. */
    public static final LocalDate LATEST = LocalDate.of(9999, 12, 31);

    private static final int MAX_CATEGORIES = 200;
    private static final int MAX_CATEGORIES_LENGTH = 4_000;
    private static final int MAX_ACCOUNTS = 200;
    private static final int MAX_MERCHANTS = 100;
    private static final int MAX_TEXT = 200;
    private static final int DAYS_OF_A_WEEK = 7;

    public TransactionFilter {
        if (start.isBefore(EARLIEST)) {
            throw ProblemException.invalid("start_date", "must not be before " + EARLIEST);
        }
        if (end.isAfter(LATEST)) {
            throw ProblemException.invalid("end_date", "must not be after " + LATEST);
        }
        if (end.isBefore(start)) {
            throw ProblemException.invalid("end_date", "must not be before start_date");
        }
        categories = List.copyOf(categories);
        requirePlain(categories);
        accounts = List.copyOf(accounts);
        if (accounts.size() > MAX_ACCOUNTS) {
            throw ProblemException.invalid("accounts", "must be at most " + MAX_ACCOUNTS);
        }
        requirePlain("q", text);
        merchants = List.copyOf(merchants);
        if (merchants.size() > MAX_MERCHANTS) {
            throw ProblemException.invalid("merchant", "must be at most " + MAX_MERCHANTS);
        }
        merchants.forEach(merchant -> requirePlain("merchant", merchant));
        weekdays = Collections.unmodifiableSet(new TreeSet<>(weekdays)); // in order, so that it is always written alike
        requireAmount("min_amount", minAmount);
        requireAmount("max_amount", maxAmount);
        if (minAmount != null && maxAmount != null && minAmount.compareTo(maxAmount) > 0) {
            throw ProblemException.invalid("max_amount", "must not be less than min_amount");
        }
    }

    /** The filter of a query, its open ends closed. */
    static TransactionFilter of(long owner, TransactionQuery query) {
        return new TransactionFilter(
                owner,
                query.startDate() == null ? EARLIEST : query.startDate(),
                query.endDate() == null ? LATEST : query.endDate(),
                named(query.categories()),
                query.accounts() == null ? List.of() : query.accounts(),
                Kind.ofQuery(query.kind()),
                query.q() == null || query.q().isBlank() ? null : query.q().strip(),
                query.minAmount(),
                query.maxAmount(),
                query.importId(),
                CurrencyCode.ofField(query.currency()),
                query.merchant() == null ? List.of() : query.merchant().names(),
                weekdays(query.weekdays()),
                Basis.ofQuery(query.basis()));
    }

    private static List<String> named(@Nullable List<String> categories) {
        return categories == null
                ? List.of()
                : categories.stream()
                        .filter(name -> !name.isBlank())
                        .map(String::strip)
                        .toList();
    }

    private static Set<DayOfWeek> weekdays(@Nullable List<Integer> numbers) {
        if (numbers == null) {
            return Set.of();
        }
        if (numbers.stream().anyMatch(number -> number < 1 || number > DAYS_OF_A_WEEK)) {
            throw ProblemException.invalid("weekdays", "must be from 1 (Monday) to 7 (Sunday)");
        }
        Set<DayOfWeek> weekdays = numbers.stream().map(DayOfWeek::of).collect(Collectors.toSet());
        return weekdays.size() == DAYS_OF_A_WEEK ? Set.of() : weekdays;
    }

    /** The same of these days. */
    public TransactionFilter during(LocalDate first, LocalDate last) {
        return new TransactionFilter(
                owner,
                first,
                last,
                categories,
                accounts,
                kind,
                text,
                minAmount,
                maxAmount,
                importId,
                currency,
                merchants,
                weekdays,
                basis);
    }

    /** The same of this currency. */
    public TransactionFilter in(String code) {
        return new TransactionFilter(
                owner,
                start,
                end,
                categories,
                accounts,
                kind,
                text,
                minAmount,
                maxAmount,
                importId,
                code,
                merchants,
                weekdays,
                basis);
    }

    /** The same with refunds, where what is asked has been rid of them. */
    TransactionFilter net() {
        return new TransactionFilter(
                owner,
                start,
                end,
                categories,
                accounts,
                kind,
                text,
                minAmount,
                maxAmount,
                importId,
                currency,
                merchants,
                weekdays,
                Basis.NET);
    }

    /** Whether it takes all transactions of a day, category, kind and currency or none, so that their sums suffice. */
    boolean takesWholeDays() {
        return accounts.isEmpty()
                && text == null
                && minAmount == null
                && maxAmount == null
                && importId == null
                && merchants.isEmpty();
    }

    /** Whether it takes all spending of a day in a currency, or none of it. */
    public boolean takesAllOfDays() {
        return takesWholeDays() && categories.isEmpty() && weekdays.isEmpty();
    }

    /** The first day asked for, absent if the range has no beginning. */
    public Optional<LocalDate> from() {
        return Optional.of(start).filter(day -> !day.equals(EARLIEST));
    }

    /** The last day asked for, absent if the range has no end. */
    public Optional<LocalDate> until() {
        return Optional.of(end).filter(day -> !day.equals(LATEST));
    }

    private static void requirePlain(List<String> categories) {
        int length = categories.stream().mapToInt(String::length).sum();
        if (categories.size() > MAX_CATEGORIES || length > MAX_CATEGORIES_LENGTH) {
            throw ProblemException.invalid(
                    "categories",
                    "must be at most " + MAX_CATEGORIES + " names of " + MAX_CATEGORIES_LENGTH
                            + " characters altogether");
        }
        if (categories.stream().anyMatch(name -> name.chars().anyMatch(Character::isISOControl))) {
            throw ProblemException.invalid("categories", "must not contain control characters");
        }
    }

    private static void requirePlain(String field, @Nullable String text) {
        if (text != null && (text.length() > MAX_TEXT || text.chars().anyMatch(Character::isISOControl))) {
            throw ProblemException.invalid(field, "must be at most " + MAX_TEXT + " plain characters");
        }
    }

    // More digits than any amount has would only make PostgreSQL work, or refuse.
    private static void requireAmount(String field, @Nullable BigDecimal amount) {
        if (amount != null && (amount.signum() < 0 || !Money.fits(amount))) {
            throw ProblemException.invalid(field, "must be a positive amount");
        }
    }
}
