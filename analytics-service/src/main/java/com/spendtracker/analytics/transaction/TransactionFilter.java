package com.spendtracker.analytics.transaction;

import com.spendtracker.support.problem.ProblemException;
import com.spendtracker.support.security.CurrentUser;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Which transactions a question is about: always those of one owner, within inclusive dates, in the
 * named categories (none means all).
 */
public record TransactionFilter(long owner, LocalDate start, LocalDate end, List<String> categories) {
    private static final LocalDate EARLIEST = LocalDate.of(1, 1, 1);
    private static final LocalDate LATEST = LocalDate.of(9999, 12, 31);
    private static final int MAX_CATEGORIES = 200;
    private static final int MAX_CATEGORIES_LENGTH = 4_000;

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
    }

    static TransactionFilter of(
            CurrentUser user, @Nullable LocalDate start, @Nullable LocalDate end, List<String> categories) {
        return new TransactionFilter(
                user.id(),
                start == null ? EARLIEST : start,
                end == null ? LATEST : end,
                categories.stream()
                        .filter(name -> !name.isBlank())
                        .map(String::strip)
                        .toList());
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
}
