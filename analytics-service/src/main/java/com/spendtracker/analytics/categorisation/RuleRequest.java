package com.spendtracker.analytics.categorisation;

import com.spendtracker.support.problem.ProblemException;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A rule as its owner writes it; {@link Rule} says what its parts mean. */
record RuleRequest(
        @Schema(
                requiredMode = Schema.RequiredMode.REQUIRED,
                allowableValues = {"any", "merchant", "description"})
        @Nullable
        String field,

        @Schema(
                requiredMode = Schema.RequiredMode.REQUIRED,
                allowableValues = {"contains", "equals", "matches"})
        @Nullable
        String comparison,

        @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "corner shop") @Nullable
        String pattern,

        @Schema(types = {"number", "null"}) @Nullable BigDecimal minAmount,
        @Schema(types = {"number", "null"}) @Nullable BigDecimal maxAmount,
        @Schema(types = {"integer", "null"}) @Nullable Integer accountId,
        @Schema(types = {"string", "null"}) @Nullable String category,
        @Schema(types = {"string", "null"}) @Nullable String merchant,

        @Schema(
                types = {"string", "null"},
                description = "spending, income or transfer")
        @Nullable
        String kind) {
    private static final Set<String> FIELDS = Set.of("any", "merchant", "description");
    private static final Set<String> COMPARISONS = Set.of("contains", "equals", "matches");
    private static final Set<String> KINDS = Set.of("spending", "income", "transfer");
    private static final int MAX_LENGTH = 200;
    private static final int INTEGER_DIGITS = 15;
    private static final int FRACTION_DIGITS = 4;

    /** The rule that this asks for; 400 naming the part that can't be. */
    Rule toRule(int id) {
        Rule rule = new Rule(
                id,
                0,
                oneOf("field", field, FIELDS, "any, merchant or description"),
                oneOf("comparison", comparison, COMPARISONS, "contains, equals or matches"),
                checkedPattern(pattern),
                amount("min_amount", minAmount),
                amount("max_amount", maxAmount),
                accountId,
                text("category", category),
                text("merchant", merchant),
                kind == null ? null : oneOf("kind", kind, KINDS, "spending, income or transfer"));
        requireRange(rule);
        requireEffect(rule);
        RuleMatcher.of(rule); // a pattern that can't be compiled ends here
        return rule;
    }

    private static String oneOf(String field, @Nullable String value, Set<String> values, String described) {
        if (value == null || !values.contains(value)) {
            throw ProblemException.invalid(field, "must be " + described);
        }
        return value;
    }

    private static String checkedPattern(@Nullable String value) {
        if (value == null || value.isBlank()) {
            throw ProblemException.invalid("pattern", "is required");
        }
        return plain("pattern", value);
    }

    private static @Nullable String text(String field, @Nullable String value) {
        return value == null || value.isBlank() ? null : plain(field, value.strip());
    }

    private static String plain(String field, String value) {
        if (value.length() > MAX_LENGTH) {
            throw ProblemException.invalid(field, "must be at most " + MAX_LENGTH + " characters");
        }
        if (value.chars().anyMatch(Character::isISOControl)) {
            throw ProblemException.invalid(field, "must not contain control characters");
        }
        return value;
    }

    private static @Nullable BigDecimal amount(String field, @Nullable BigDecimal value) {
        if (value == null) {
            return null;
        }
        if (value.signum() < 0) {
            throw ProblemException.invalid(field, "must not be negative");
        }
        // The first condition keeps 1e999999999 from being written out.
        if (value.precision() - (long) value.scale() > INTEGER_DIGITS
                || value.stripTrailingZeros().scale() > FRACTION_DIGITS) {
            throw ProblemException.invalid(
                    field, "must have at most " + INTEGER_DIGITS + " digits and " + FRACTION_DIGITS + " decimals");
        }
        return value;
    }

    private static void requireRange(Rule rule) {
        if (rule.minAmount() != null
                && rule.maxAmount() != null
                && rule.minAmount().compareTo(rule.maxAmount()) > 0) {
            throw ProblemException.invalid("max_amount", "must not be less than min_amount");
        }
    }

    private static void requireEffect(Rule rule) {
        if (rule.category() == null && rule.merchant() == null && rule.kind() == null) {
            throw ProblemException.invalid(
                    "category", "is required, or a merchant, or a kind: a rule must set something");
        }
    }
}
