package com.spendtracker.analytics.categorisation;

import com.spendtracker.analytics.transaction.Kind;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Tells spending, income, refunds and transfers apart. */
final class Kinds {
    private static final Set<String> REFUND_WORDS = Set.of(
            "refund",
            "refunded",
            "refunds",
            "reversal",
            "reversed",
            "chargeback",
            "returned",
            "erstattung",
            "rückerstattung",
            "rueckerstattung",
            "retoure",
            "storno",
            "stornierung",
            "rückbuchung",
            "rueckbuchung",
            "remboursement",
            "rembourse",
            "remboursé",
            "avoir",
            "reembolso",
            "devolución",
            "devolucion",
            "rimborso",
            "terugbetaling",
            "retourzending");
    private static final Set<String> EARNING_WORDS = Set.of(
            "salary",
            "payroll",
            "wages",
            "wage",
            "paycheck",
            "lohn",
            "gehalt",
            "bezüge",
            "bezuege",
            "rente",
            "pension",
            "salaire",
            "nómina",
            "nomina",
            "stipendio",
            "salaris",
            "interest",
            "zinsen",
            "dividend",
            "dividende",
            "dividendo");

    private Kinds() {}

    /** What a credit or debit is as long as its category says nothing else. */
    static Kind usual(boolean transfer, int sign, String text) {
        if (transfer) {
            return Kind.TRANSFER;
        }
        if (sign <= 0) {
            return Kind.SPENDING;
        }
        return !isEarned(text) && isRefund(text) ? Kind.SPENDING : Kind.INCOME;
    }

    /**
     * What a movement is in a category.
     *
     * @param starter the key of the starting category that it is, null if it is the owner's own
     * @param sign as the bank signs it
     * @param usual what it is if the category does not tell
     */
    static Kind inCategory(@Nullable String starter, int sign, String text, Kind usual) {
        if (usual == Kind.TRANSFER || "transfers".equals(starter)) {
            return Kind.TRANSFER;
        }
        if (sign <= 0) {
            return Kind.SPENDING;
        }
        if ("income".equals(starter)) {
            return Kind.INCOME;
        }
        return isForSpending(starter) && !isEarned(text) ? Kind.SPENDING : usual;
    }

    /** The kind that a rule asks for, null if it asks for none, or for income where none came in. */
    static @Nullable Kind asked(@Nullable Rule rule, int sign) {
        if (rule == null || rule.kind() == null) {
            return null;
        }
        Kind kind = Kind.of(rule.kind());
        return kind == Kind.INCOME && sign <= 0 ? null : kind;
    }

    static boolean isForSpending(@Nullable String starter) {
        return starter != null
                && !starter.equals("income")
                && !starter.equals("transfers")
                && !starter.equals("uncategorised");
    }

    static boolean isEarned(String text) {
        return containsOneOf(EARNING_WORDS, text);
    }

    private static boolean isRefund(String text) {
        return containsOneOf(REFUND_WORDS, text);
    }

    private static boolean containsOneOf(Set<String> words, String text) {
        for (String word : KnownMerchants.words(text)) {
            if (words.contains(word)) {
                return true;
            }
        }
        return false;
    }
}
