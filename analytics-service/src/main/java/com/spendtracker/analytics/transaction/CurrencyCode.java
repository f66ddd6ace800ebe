package com.spendtracker.analytics.transaction;

import com.spendtracker.support.problem.ProblemException;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Codes of currencies (ISO 4217) as people, programs and banks write them. */
public final class CurrencyCode {
    private static final Pattern FORM = Pattern.compile("[A-Z]{3}");

    /** What a code that is none should have been. */
    public static final String MUST = "must be three letters of ISO 4217, such as EUR";

    private CurrencyCode() {}

    /** The code of the field {@code currency} in capitals, null for a blank one; 400 for what is no code. */
    public static @Nullable String ofField(@Nullable String text) {
        if (text == null || text.isBlank()) {
            return null;
        }
        String code = text.strip().toUpperCase(Locale.ROOT);
        if (!isCode(code)) {
            throw ProblemException.invalid("currency", MUST);
        }
        return code;
    }

    /** Whether a text is three capital letters, as every code is. */
    public static boolean isCode(String text) {
        return FORM.matcher(text).matches();
    }
}
