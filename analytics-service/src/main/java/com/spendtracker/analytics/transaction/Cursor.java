package com.spendtracker.analytics.transaction;

import com.spendtracker.support.problem.ProblemException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * A place in a list: after the transaction with this day, id and whatever else the order goes by. It holds what that
 * transaction was when it was listed, so that the list goes on from there even if it is gone or changed by now.
 *
 * @param key what the order goes by first, null for nothing but the day and for a transaction without a merchant
 */
record Cursor(LocalDate date, long id, @Nullable String key) {
    private static final String SEPARATOR = "\n";
    private static final int PARTS = 5;
    private static final String NO_KEY = "-";
    private static final String KEY = "=";
    private static final int HASH_BYTES = 8;

    static Cursor after(Transaction last, Sort sort) {
        return new Cursor(last.transactionDate(), last.id(), sort.keyOf(last));
    }

    /** As it stands in an answer, for the next question of the same order and filter. */
    String text(Sort sort, TransactionFilter filter) {
        String parts = String.join(
                SEPARATOR,
                sort.text(),
                hash(filter),
                date.toString(),
                String.valueOf(id),
                key == null ? NO_KEY : KEY + key);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(parts.getBytes(StandardCharsets.UTF_8));
    }

    /** The cursor of an answer; 400 for what is none, or the one of another order, filter or person. */
    static Cursor of(String text, Sort sort, TransactionFilter filter) {
        String[] parts = decoded(text).split(SEPARATOR, PARTS);
        if (parts.length < PARTS) {
            throw none();
        }
        if (!parts[0].equals(sort.text()) || !parts[1].equals(hash(filter))) {
            throw ProblemException.invalid("after", "must be of an answer with the same filters and the same sort");
        }
        try {
            LocalDate date = LocalDate.parse(parts[2]);
            String key = parts[4].startsWith(KEY) ? parts[4].substring(KEY.length()) : null;
            if (date.isBefore(TransactionFilter.EARLIEST)
                    || date.isAfter(TransactionFilter.LATEST)
                    || !sort.isKey(key)) {
                throw none();
            }
            return new Cursor(date, Long.parseLong(parts[3]), key);
        } catch (DateTimeException | NumberFormatException _) {
            throw none();
        }
    }

    private static String decoded(String text) {
        try {
            return new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException _) {
            throw none();
        }
    }

    private static ProblemException none() {
        return ProblemException.invalid("after", "must be the X-Next-Cursor of an answer");
    }

    private static String hash(TransactionFilter filter) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256")
                    .digest(filter.toString().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(Arrays.copyOf(digest, HASH_BYTES));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e); // every Java has it
        }
    }
}
