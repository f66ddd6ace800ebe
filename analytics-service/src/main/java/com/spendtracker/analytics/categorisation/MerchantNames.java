package com.spendtracker.analytics.categorisation;

import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Makes names that people recognise of what banks write. */
final class MerchantNames {
    private static final int MAX_LENGTH = 60;

    private static final Pattern NOISE = Pattern.compile(
            "(?i)\\b(card payment( to)?|debit card|credit card|card purchase|purchase|pos|visa|mastercard|maestro|contactless|"
                    + "direct debit( to)?|recurring( payment)?|autopay|ach debit|standing order( to)?|sepa|lastschrift|"
                    + "kartenzahlung|überweisung|gutschrift|carte|prlv|payment to|bea|nr)\\b:?");
    private static final Pattern NUMBERS =
            Pattern.compile("\\S*\\d{3,}\\S*|\\b\\d{1,2}[./-]\\d{1,2}([./-]\\d{2,4})?\\b|[*#]\\S*|\\bX{3,}\\b");
    private static final Pattern SPACES = Pattern.compile("[\\s,;:]+");

    private MerchantNames() {}

    /** The payee as it is; without one what is left of the description without numbers and the bank's own words. */
    static @Nullable String of(@Nullable String payee, @Nullable String description) {
        if (payee != null) {
            return payee;
        }
        if (description == null) {
            return null;
        }
        String text =
                NUMBERS.matcher(NOISE.matcher(description).replaceAll(" ")).replaceAll(" ");
        String name = SPACES.matcher(text).replaceAll(" ").strip();
        if (name.length() < 3) {
            return null;
        }
        String shortened =
                name.substring(0, Math.min(name.length(), MAX_LENGTH)).strip();
        return shortened.equals(shortened.toUpperCase(Locale.ROOT)) ? capitalised(shortened) : shortened;
    }

    private static String capitalised(String name) {
        StringBuilder text = new StringBuilder(name.toLowerCase(Locale.ROOT));
        for (int i = 0; i < text.length(); i++) {
            if (i == 0 || text.charAt(i - 1) == ' ' || text.charAt(i - 1) == '-') {
                text.setCharAt(i, Character.toUpperCase(text.charAt(i)));
            }
        }
        return text.toString();
    }
}
