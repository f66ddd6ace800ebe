package com.spendtracker.analytics.importing;

import com.spendtracker.bankfiles.Booking;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Recognises the same booking in every export of its account: a hash of the day, the amount and the bank's identifier,
 * or of all its texts if the bank gives none. Equal bookings of one day have equal keys and are told apart by counting.
 */
final class SourceKey {
    private static final char SEPARATOR = '\u001F';

    private final MessageDigest digest;

    SourceKey() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e); // every Java has it
        }
    }

    UUID of(Booking booking, String currency) {
        StringBuilder text = new StringBuilder(160)
                .append(booking.date())
                .append(SEPARATOR)
                .append(booking.amount().stripTrailingZeros().toPlainString())
                .append(SEPARATOR)
                .append(currency)
                .append(SEPARATOR);
        if (booking.reference() != null) {
            text.append("reference").append(SEPARATOR).append(booking.reference());
        } else {
            append(text, booking.payee());
            append(text, booking.description());
        }
        ByteBuffer hash = ByteBuffer.wrap(digest.digest(text.toString().getBytes(StandardCharsets.UTF_8)));
        return new UUID(hash.getLong(), hash.getLong());
    }

    // Banks change their minds about spaces from one export to the next.
    private static void append(StringBuilder text, @Nullable String part) {
        if (part != null) {
            for (int i = 0; i < part.length(); i++) {
                if (!Character.isWhitespace(part.charAt(i))) {
                    text.append(part.charAt(i));
                }
            }
        }
        text.append(SEPARATOR);
    }
}
