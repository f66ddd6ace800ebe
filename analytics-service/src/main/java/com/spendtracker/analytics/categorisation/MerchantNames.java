package com.spendtracker.analytics.categorisation;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Makes names that people recognise of what banks write. */
final class MerchantNames {
    private static final int MAX_LENGTH = 200;
    private static final int SHORTEST = 3;

    // Payment services write their own name before that of the shop.
    private static final Pattern THROUGH =
            Pattern.compile("(?i)\\b(?:paypal|pp|sq|sumup|tst|zettle|izettle|iz|sp|cko|stripe|ppl)\\s?\\*\\s*");
    private static final Pattern NOISE = Pattern.compile(
            "(?iU)\\b(card payment( to)?|(debit|credit) card|card (purchase|transaction)|purchase( at)?|pos|visa|mastercard"
                    + "|maestro|girocard|contactless|direct debit( to)?|recurring( payment)?|autopay|ach (debit|credit)"
                    + "|standing order( to)?|bill payment( to)?|payment to|faster payment|sepa|lastschrift|basislastschrift"
                    + "|kartenzahlung|überweisung|dauerauftrag|gutschrift|paiement|achat|carte|cb|prlv|virement|pago( con)?"
                    + "|compra|tarjeta|recibo|pagamento|acquisto|carta|addebito|betaalautomaat|bea|incasso|ref|nr|card|on)\\b[:.]?");
    private static final Pattern REFERENCE = Pattern.compile(
            "(?U)(?<!\\S)(?:\\S*\\d{3,}\\S*|\\d{1,2}[./-]\\d{1,2}(?:[./-]\\d{2,4})?|\\d{1,2}:\\d{2}(?::\\d{2})?"
                    + "|[xX*]{2,}\\S*|#\\S*)(?!\\S)");
    private static final Pattern AFTER_STAR = Pattern.compile("\\*.*");
    private static final Pattern COUNTRY = Pattern.compile("(?<=\\S{3}) (?:[A-Z]{2} )?"
            + "(?:US|USA|GB|GBR|UK|DE|DEU|FR|FRA|ES|ESP|IT|ITA|NL|NLD|AT|AUT|CH|CHE|BE|BEL|IE|IRL|LU|LUX)$");
    private static final Pattern US_STATE =
            Pattern.compile("(?<=\\S{3}) (?:A[KLRZ]|C[AOT]|D[CE]|FL|GA|HI|I[ADLN]|K[SY]|LA"
                    + "|M[ADEINOST]|N[CDEHJMVY]|O[HKR]|PA|RI|S[CD]|T[NX]|UT|V[AT]|W[AIVY])$");
    private static final Pattern SPACES = Pattern.compile("(?U)[\\s,;]+");
    private static final Pattern EDGES = Pattern.compile("(?U)^[^\\p{L}\\p{N}]+|[^\\p{L}\\p{N}).!]+$");
    private static final Pattern VOWEL = Pattern.compile("[AEIOUYÄÖÜÁÀÂÉÈÊËÍÌÎÓÒÔÚÙÛ]");

    private MerchantNames() {}

    /**
     * The payee with its spaces tidied; without one what is left of the description without numbers, dates, places and the
     * bank's own words. Null if there is nothing to recognise.
     */
    static @Nullable String of(@Nullable String payee, @Nullable String description) {
        if (payee != null && !payee.isBlank()) {
            return shortened(tidied(payee));
        }
        return description == null ? null : recognised(description);
    }

    private static @Nullable String recognised(String description) {
        String through = THROUGH.matcher(description).replaceAll(" ");
        String words = tidied(NOISE.matcher(through).replaceAll(" "));
        String name = withoutPlace(beforeReference(AFTER_STAR.matcher(words).replaceFirst("")));
        return name.length() < SHORTEST ? null : shortened(inMixedCase(name));
    }

    /** What stands before the first reference is the name as a rule; what follows is a place. */
    private static String beforeReference(String text) {
        Matcher reference = REFERENCE.matcher(text);
        while (reference.find()) {
            String before = withoutReferences(text.substring(0, reference.start()));
            if (before.length() >= SHORTEST) {
                return before;
            }
        }
        return withoutReferences(text);
    }

    private static String withoutReferences(String text) {
        return trimmed(REFERENCE.matcher(text).replaceAll(" "));
    }

    private static String withoutPlace(String name) {
        String place = COUNTRY.matcher(name).replaceFirst("");
        return US_STATE.matcher(place).replaceFirst("");
    }

    private static String trimmed(String text) {
        return EDGES.matcher(tidied(text)).replaceAll("");
    }

    private static String tidied(String text) {
        return SPACES.matcher(text).replaceAll(" ").strip();
    }

    private static String shortened(String name) {
        return name.length() <= MAX_LENGTH
                ? name
                : name.substring(
                                0,
                                name.offsetByCodePoints(0, Math.min(MAX_LENGTH, name.codePointCount(0, name.length()))))
                        .strip();
    }

    private static String inMixedCase(String name) {
        if (!name.equals(name.toUpperCase(Locale.ROOT))) {
            return name;
        }
        StringBuilder text = new StringBuilder(name.length());
        for (String word : name.split(" ", -1)) {
            text.append(text.isEmpty() ? "" : " ").append(VOWEL.matcher(word).find() ? capitalised(word) : word);
        }
        return text.toString();
    }

    private static String capitalised(String word) {
        StringBuilder text = new StringBuilder(word.toLowerCase(Locale.ROOT));
        for (int i = 0; i < text.length(); i++) {
            if (i == 0 || text.charAt(i - 1) == '-') {
                text.setCharAt(i, Character.toUpperCase(text.charAt(i)));
            }
        }
        return text.toString();
    }
}
