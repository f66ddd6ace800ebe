package com.spendtracker.bankfiles;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One movement of money, as the bank wrote it.
 *
 * @param date the day on which it was posted
 * @param amount as the bank signs it: credit to the account positive, debit negative
 * @param currency ISO 4217; null if the file does not say it, then it is the account's
 * @param reference the bank's own identifier of this booking, unique in its account (FITID, AcctSvcrRef); null if the
 *     format has none that can be relied on
 * @param payee the other side, as a name that a person would recognise
 * @param description the rest of what the bank wrote about it, on one line
 * @param category the category that the file gives it, null as a rule
 * @param transferTo the other account of the same owner, where the file says that it is a transfer
 * @param parts what it is split into; empty if it is not. Their amounts sum to {@code amount}
 */
public record Booking(
        int line,
        LocalDate date,
        BigDecimal amount,
        @Nullable String currency,
        @Nullable String reference,
        @Nullable String payee,
        @Nullable String description,
        @Nullable String category,
        @Nullable String transferTo,
        List<Part> parts)
        implements Entry {

    public Booking {
        parts = List.copyOf(parts);
    }

    /** A booking of which nothing but the day and the amount is known. */
    public static Booking of(int line, LocalDate date, BigDecimal amount) {
        return new Booking(line, date, amount, null, null, null, null, null, null, List.of());
    }

    public Booking withCurrency(@Nullable String value) {
        return new Booking(line, date, amount, value, reference, payee, description, category, transferTo, parts);
    }

    public Booking withReference(@Nullable String value) {
        return new Booking(line, date, amount, currency, value, payee, description, category, transferTo, parts);
    }

    public Booking withPayee(@Nullable String value) {
        return new Booking(line, date, amount, currency, reference, value, description, category, transferTo, parts);
    }

    public Booking withDescription(@Nullable String value) {
        return new Booking(line, date, amount, currency, reference, payee, value, category, transferTo, parts);
    }

    public Booking withCategory(@Nullable String value) {
        return new Booking(line, date, amount, currency, reference, payee, description, value, transferTo, parts);
    }

    public Booking withTransferTo(@Nullable String value) {
        return new Booking(line, date, amount, currency, reference, payee, description, category, value, parts);
    }

    public Booking withParts(List<Part> value) {
        return new Booking(line, date, amount, currency, reference, payee, description, category, transferTo, value);
    }

    /**
     * A part of a split booking.
     *
     * @param amount signed as the booking's
     */
    public record Part(
            BigDecimal amount,
            @Nullable String description,
            @Nullable String category,
            @Nullable String transferTo) {}
}
