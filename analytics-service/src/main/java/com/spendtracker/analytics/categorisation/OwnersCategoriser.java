package com.spendtracker.analytics.categorisation;

import com.spendtracker.analytics.transaction.Kind;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Decides by the owner's rules, by what the file says, by what the owner has chosen before, and by what merchants are
 * known for, in this order.
 */
final class OwnersCategoriser implements Categoriser {
    private static final int REMEMBERED = 10_000;

    private final List<RuleMatcher> rules;
    private final boolean amountsCount;
    private final boolean accountsCount;
    private final Map<String, Integer> byStarter = new HashMap<>();
    private final Map<String, Integer> byName = new HashMap<>();
    private final Map<Integer, String> starters = new HashMap<>();
    private final Map<String, LearntChoice> learntIn = new HashMap<>();
    private final Map<String, LearntChoice> learntOut = new HashMap<>();
    private final Map<Movement, Categorisation> remembered = new LinkedHashMap<>(256, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Movement, Categorisation> eldest) {
            return size() > REMEMBERED;
        }
    };

    /** Takes the rules in the order in which they are tried. */
    OwnersCategoriser(List<OwnersCategory> categories, List<LearntChoice> choices, List<Rule> rules) {
        for (OwnersCategory category : categories) {
            byName.putIfAbsent(category.name().toLowerCase(Locale.ROOT), category.id());
            if (category.starter() != null) {
                byStarter.putIfAbsent(category.starter(), category.id());
                starters.putIfAbsent(category.id(), category.starter());
            }
        }
        choices.forEach(choice -> (choice.incoming() ? learntIn : learntOut).put(choice.merchant(), choice));
        this.rules = rules.stream().map(RuleMatcher::of).toList();
        amountsCount = rules.stream().anyMatch(rule -> rule.minAmount() != null || rule.maxAmount() != null);
        accountsCount = rules.stream().anyMatch(rule -> rule.accountId() != null);
    }

    @Override
    public Categorisation categorise(Movement movement) {
        return remembered.computeIfAbsent(likeOf(movement), this::decide);
    }

    // Amounts differ more than texts do, and mostly only their signs count.
    private Movement likeOf(Movement movement) {
        return new Movement(
                accountsCount ? movement.accountId() : null,
                amountsCount ? movement.signedAmount() : BigDecimal.valueOf(movement.sign()),
                movement.merchant(),
                movement.description(),
                movement.bankCategory(),
                movement.transfer());
    }

    private Categorisation decide(Movement movement) {
        String payee = MerchantNames.of(movement.merchant(), movement.description());
        Rule rule = firstMatching(
                RuleSubject.of(movement.accountId(), movement.signedAmount(), payee, movement.description()));
        String merchant = rule == null || rule.merchant() == null ? payee : rule.merchant();
        Decision decision = byRule(rule, movement)
                .or(() -> byFile(movement))
                .or(() -> byChoice(movement, merchant))
                .or(() -> byKnownMerchant(movement, rule == null ? null : rule.merchant()))
                .orElseGet(() -> lastResort(movement, rule));
        Kind asked = Kinds.asked(rule, movement.sign());
        return new Categorisation(
                decision.category(),
                asked == null ? decision.kind() : asked,
                merchant,
                decision.source(),
                decision.ruleId(),
                decision.learntFrom());
    }

    private @Nullable Rule firstMatching(RuleSubject subject) {
        for (RuleMatcher matcher : rules) {
            if (matcher.matches(subject)) {
                return matcher.rule();
            }
        }
        return null;
    }

    private Optional<Decision> byRule(@Nullable Rule rule, Movement movement) {
        Integer category = rule == null || rule.category() == null
                ? null
                : byName.get(rule.category().toLowerCase(Locale.ROOT));
        return rule == null || category == null
                ? Optional.empty()
                : Optional.of(new Decision(category, kindIn(category, movement), "rule", rule.id(), null));
    }

    // A file may name a category with those above it: Home:Repairs.
    private Optional<Decision> byFile(Movement movement) {
        if (movement.bankCategory() == null) {
            return Optional.empty();
        }
        String name = movement.bankCategory().strip().toLowerCase(Locale.ROOT);
        String last = name.substring(name.lastIndexOf(':') + 1).strip();
        return Optional.ofNullable(byName.get(name))
                .or(() -> Optional.ofNullable(byName.get(last)))
                .map(category -> new Decision(category, kindIn(category, movement), "file", null, null));
    }

    private Optional<Decision> byChoice(Movement movement, @Nullable String merchant) {
        if (merchant == null) {
            return Optional.empty();
        }
        String name = merchant.toLowerCase(Locale.ROOT);
        if (movement.sign() <= 0) {
            return Optional.ofNullable(learntOut.get(name)).map(choice -> learnt(choice, Kind.SPENDING));
        }
        return Optional.ofNullable(learntIn.get(name))
                .map(choice -> learnt(choice, Kind.INCOME))
                .or(() -> refunded(movement, name));
    }

    private static Decision learnt(LearntChoice choice, Kind otherwise) {
        Kind kind = Kind.of(choice.kind());
        return new Decision(
                choice.categoryId(), kind == Kind.INCOME ? otherwise : kind, "learnt", null, choice.choices());
    }

    // Money from where the owner only ever spent comes back.
    private Optional<Decision> refunded(Movement movement, String merchant) {
        return movement.transfer() || Kinds.isEarned(movement.text())
                ? Optional.empty()
                : Optional.ofNullable(learntOut.get(merchant)).map(choice -> learnt(choice, Kind.SPENDING));
    }

    private Optional<Decision> byKnownMerchant(Movement movement, @Nullable String renamed) {
        String text = movement.text();
        String key = movement.transfer() ? null : KnownMerchants.find(renamed == null ? text : renamed + " " + text);
        boolean earned = movement.sign() > 0 && (Kinds.isEarned(text) || "income".equals(key));
        boolean fits = earned ? "income".equals(key) : Kinds.isForSpending(key);
        return fits
                ? Optional.ofNullable(byStarter.get(key))
                        .map(category -> new Decision(category, kindIn(category, movement), "known", null, null))
                : Optional.empty();
    }

    private Decision lastResort(Movement movement, @Nullable Rule rule) {
        Kind asked = Kinds.asked(rule, movement.sign());
        if (rule != null && asked != null) {
            return new Decision(lastResort(asked), asked, "rule", rule.id(), null);
        }
        Kind kind = usual(movement);
        return new Decision(lastResort(kind), kind, kind == Kind.TRANSFER ? "transfer" : "none", null, null);
    }

    private int lastResort(Kind kind) {
        String key = switch (kind) {
            case SPENDING -> "uncategorised";
            case INCOME -> "income";
            case TRANSFER -> "transfers";
        };
        return Objects.requireNonNull(byStarter.get(key), key);
    }

    private Kind kindIn(int category, Movement movement) {
        return Kinds.inCategory(starters.get(category), movement.sign(), movement.text(), usual(movement));
    }

    private static Kind usual(Movement movement) {
        return Kinds.usual(movement.transfer(), movement.sign(), movement.text());
    }

    /** What one source says. */
    private record Decision(
            int category,
            Kind kind,
            String source,
            @Nullable Integer ruleId,
            @Nullable Integer learntFrom) {}
}
