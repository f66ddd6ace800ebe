package com.spendtracker.analytics.categorisation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Makes names that people recognise of what banks write. */
final class MerchantNames {
    private static final int MAX_LENGTH = 200;
    private static final int SHORTEST = 3;
    private static final int REFERENCE_DIGITS = 3;

    // Payment services write their own name before that of the shop.
    private static final Pattern THROUGH =
            Pattern.compile("(?i)\\b(?:paypal|pp|sq|sumup|tst|zettle|izettle|iz|sp|cko|stripe|ppl)\\s?\\*\\s*");
    private static final Set<String> NOISE = Set.of(
            "card payment to",
            "card payment",
            "debit card",
            "credit card",
            "card purchase",
            "card transaction",
            "purchase at",
            "purchase",
            "pos",
            "visa",
            "mastercard",
            "maestro",
            "girocard",
            "contactless",
            "direct debit to",
            "direct debit",
            "recurring payment",
            "recurring",
            "autopay",
            "ach debit",
            "ach credit",
            "standing order to",
            "standing order",
            "bill payment to",
            "bill payment",
            "payment to",
            "faster payment",
            "sepa",
            "lastschrift",
            "basislastschrift",
            "kartenzahlung",
            "überweisung",
            "dauerauftrag",
            "gutschrift",
            "paiement",
            "achat",
            "carte",
            "cb",
            "prlv",
            "virement",
            "pago con",
            "pago",
            "compra",
            "tarjeta",
            "recibo",
            "pagamento",
            "acquisto",
            "carta",
            "addebito",
            "betaalautomaat",
            "bea",
            "incasso",
            "ref",
            "nr",
            "card",
            "on");
    private static final int LONGEST_NOISE = 3;
    private static final Pattern DATE_OR_TIME =
            Pattern.compile("\\d{1,2}[./-]\\d{1,2}(?:[./-]\\d{2,4})?\\.?|\\d{1,2}:\\d{2}(?::\\d{2})?");
    private static final Pattern MASK = Pattern.compile("[xX*]{2,}.*|#.*");
    private static final Pattern AFTER_STAR = Pattern.compile("(?<=\\w)\\*.*");
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
        String through = description.indexOf('*') < 0
                ? description
                : AFTER_STAR
                        .matcher(THROUGH.matcher(description).replaceAll(" "))
                        .replaceFirst("");
        String name = withoutPlace(beforeReference(withoutNoise(tidied(through).split(" ", -1))));
        return name.length() < SHORTEST ? null : shortened(inMixedCase(name));
    }

    private static List<String> withoutNoise(String[] words) {
        List<String> left = new ArrayList<>(words.length);
        for (int i = 0; i < words.length; ) {
            int noise = noiseAt(words, i);
            if (noise == 0) {
                left.add(words[i]);
            }
            i += Math.max(1, noise);
        }
        return left;
    }

    /** How many words from here on are the bank's own. */
    private static int noiseAt(String[] words, int from) {
        for (int length = Math.min(LONGEST_NOISE, words.length - from); length > 0; length--) {
            String phrase = String.join(" ", Arrays.asList(words).subList(from, from + length))
                    .toLowerCase(Locale.ROOT);
            if (NOISE.contains(
                    phrase.endsWith(":") || phrase.endsWith(".") ? phrase.substring(0, phrase.length() - 1) : phrase)) {
                return length;
            }
        }
        return 0;
    }

    /** What stands before the first reference is the name as a rule; what follows is a place. */
    private static String beforeReference(List<String> words) {
        StringBuilder name = new StringBuilder();
        for (String word : words) {
            if (!isReference(word)) {
                name.append(' ').append(word);
            } else if (trimmed(name.toString()).length() >= SHORTEST) {
                break;
            }
        }
        return trimmed(name.toString());
    }

    private static boolean isReference(String word) {
        int digits = 0;
        for (int i = 0; i < word.length(); i++) {
            digits = Character.isDigit(word.charAt(i)) ? digits + 1 : 0;
            if (digits == REFERENCE_DIGITS) {
                return true;
            }
        }
        return MASK.matcher(word).matches() || DATE_OR_TIME.matcher(word).matches();
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
