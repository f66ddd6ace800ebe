package com.spendtracker.analytics.categorisation;

import com.spendtracker.analytics.transaction.Kind;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Decides by what the file says, by what the owner has chosen before, and by what merchants are known for. */
final class OwnersCategoriser implements Categoriser {
    private static final int REMEMBERED = 10_000;
    private static final Set<String> REFUND_WORDS = Set.of(
            "refund",
            "refunded",
            "reversal",
            "chargeback",
            "returned",
            "erstattung",
            "rückerstattung",
            "retoure",
            "storno",
            "remboursement",
            "reembolso",
            "devolución",
            "devolucion",
            "rimborso",
            "terugbetaling",
            "gutschriftretoure");
    private static final Set<String> NO_SPENDING = Set.of("income", "transfers");

    private final Map<String, Integer> byStarter = new HashMap<>();
    private final Map<String, Integer> byName = new HashMap<>();
    private final Map<Integer, String> starters = new HashMap<>();
    private final Map<String, LearntChoice> learnt = new HashMap<>();
    private final Map<Movement, Categorisation> remembered = new LinkedHashMap<>(256, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Movement, Categorisation> eldest) {
            return size() > REMEMBERED;
        }
    };

    OwnersCategoriser(List<OwnersCategory> categories, List<LearntChoice> choices) {
        for (OwnersCategory category : categories) {
            byName.putIfAbsent(category.name().toLowerCase(Locale.ROOT), category.id());
            if (category.starter() != null) {
                byStarter.putIfAbsent(category.starter(), category.id());
                starters.putIfAbsent(category.id(), category.starter());
            }
        }
        choices.forEach(choice -> learnt.put(choice.merchant() + choice.incoming(), choice));
    }

    @Override
    public Categorisation categorise(Movement movement) {
        // Amounts differ more than texts do, and only their signs count.
        Movement like = new Movement(
                null,
                BigDecimal.valueOf(movement.signedAmount().signum()),
                movement.merchant(),
                movement.description(),
                movement.bankCategory(),
                movement.transfer());
        return remembered.computeIfAbsent(like, this::decide);
    }

    private Categorisation decide(Movement movement) {
        String merchant = MerchantNames.of(movement.merchant(), movement.description());
        boolean incoming = movement.signedAmount().signum() > 0;
        if (movement.transfer()) {
            return new Categorisation(starter("transfers"), Kind.TRANSFER, merchant, "transfer", null, null);
        }
        Integer named = named(movement.bankCategory());
        if (named != null) {
            return new Categorisation(named, kindIn(named, incoming), merchant, "file", null, null);
        }
        LearntChoice choice = merchant == null ? null : learnt.get(merchant.toLowerCase(Locale.ROOT) + incoming);
        if (choice != null) {
            return new Categorisation(
                    choice.categoryId(), learntKind(choice, incoming), merchant, "learnt", null, choice.choices());
        }
        return byKnownMerchant(movement, merchant, incoming);
    }

    private Categorisation byKnownMerchant(Movement movement, @Nullable String merchant, boolean incoming) {
        String text = (movement.merchant() == null ? "" : movement.merchant() + " ")
                + (movement.description() == null ? "" : movement.description());
        String key = KnownMerchants.find(text);
        Integer category = key == null ? null : byStarter.get(key);
        boolean spendsThere = key != null && !NO_SPENDING.contains(key);
        if (incoming && key != null && key.equals("income")) {
            return new Categorisation(starter("income"), Kind.INCOME, merchant, "known", null, null);
        }
        if (category != null && spendsThere) {
            return new Categorisation(category, Kind.SPENDING, merchant, "known", null, null);
        }
        if (!incoming || isRefund(text)) {
            return new Categorisation(starter("uncategorised"), Kind.SPENDING, merchant, "none", null, null);
        }
        return new Categorisation(starter("income"), Kind.INCOME, merchant, "none", null, null);
    }

    private static boolean isRefund(String text) {
        for (String word : KnownMerchants.words(text)) {
            if (REFUND_WORDS.contains(word)) {
                return true;
            }
        }
        return false;
    }

    // A file may name a category with those above it: Home:Repairs.
    private @Nullable Integer named(@Nullable String category) {
        if (category == null) {
            return null;
        }
        String name = category.strip().toLowerCase(Locale.ROOT);
        Integer whole = byName.get(name);
        return whole != null
                ? whole
                : byName.get(name.substring(name.lastIndexOf(':') + 1).strip());
    }

    private Kind kindIn(int category, boolean incoming) {
        String starter = starters.get(category);
        if ("transfers".equals(starter)) {
            return Kind.TRANSFER;
        }
        return incoming && "income".equals(starter) ? Kind.INCOME : Kind.SPENDING;
    }

    private static Kind learntKind(LearntChoice choice, boolean incoming) {
        Kind kind = Kind.of(choice.kind());
        return kind == Kind.INCOME && !incoming ? Kind.SPENDING : kind;
    }

    private int starter(String key) {
        return Objects.requireNonNull(byStarter.get(key), key);
    }
}
