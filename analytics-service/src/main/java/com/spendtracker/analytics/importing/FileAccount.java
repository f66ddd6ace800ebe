package com.spendtracker.analytics.importing;

import com.spendtracker.bankfiles.Balance;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An account as it occurs in one file, with what the file's statements say it held. Used by one thread at a time. */
final class FileAccount {
    private final int number;
    private final @Nullable KnownAccount known;
    private final String name;
    private final @Nullable String identifier;
    private final String currency;
    private final List<Statement> statements = new ArrayList<>();

    private int rows;
    private BigDecimal booked = BigDecimal.ZERO;

    FileAccount(int number, @Nullable KnownAccount known, String name, @Nullable String identifier, String currency) {
        this.number = number;
        this.known = known;
        this.name = name;
        this.identifier = identifier;
        this.currency = currency;
    }

    void beginStatement() {
        booked = BigDecimal.ZERO;
    }

    void add(BigDecimal amount) {
        rows++;
        booked = booked.add(amount);
    }

    void endStatement(@Nullable Balance opening, @Nullable Balance closing) {
        statements.add(new Statement(amount(opening), amount(closing), booked));
    }

    /** Its place among the accounts of the file, counted from 0. */
    int number() {
        return number;
    }

    /** The account that its owner has already, null if it is new. */
    @Nullable
    KnownAccount known() {
        return known;
    }

    String name() {
        return name;
    }

    @Nullable
    String identifier() {
        return identifier;
    }

    String currency() {
        return currency;
    }

    int rows() {
        return rows;
    }

    /** What the account held before the first statement of the file, null if it does not say. */
    @Nullable
    BigDecimal opening() {
        return statements.isEmpty() ? null : statements.getFirst().opening();
    }

    /** What it held after the last. */
    @Nullable
    BigDecimal closing() {
        return statements.isEmpty() ? null : statements.getLast().closing();
    }

    /** Whether each statement's bookings lead from its opening to its closing balance; null if no statement says both. */
    @Nullable
    Boolean reconciled() {
        List<Statement> complete =
                statements.stream().filter(Statement::isComplete).toList();
        return complete.isEmpty() ? null : complete.stream().allMatch(Statement::addsUp);
    }

    private static @Nullable BigDecimal amount(@Nullable Balance balance) {
        return balance == null ? null : balance.amount();
    }

    private record Statement(
            @Nullable BigDecimal opening, @Nullable BigDecimal closing, BigDecimal booked) {
        boolean isComplete() {
            return opening != null && closing != null;
        }

        boolean addsUp() {
            return opening != null && closing != null && opening.add(booked).compareTo(closing) == 0;
        }
    }
}
