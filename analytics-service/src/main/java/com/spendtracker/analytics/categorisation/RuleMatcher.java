package com.spendtracker.analytics.categorisation;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import com.spendtracker.support.problem.ProblemException;
import java.util.Locale;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Tells whether a rule is about a movement of money; its pattern is compiled once. */
final class RuleMatcher {
    // Time is in proportion to the text and to this: a{1000}{...} within 200 characters would still be slow.
    private static final int MAX_PROGRAM = 2_000;

    private final Rule rule;
    private final Predicate<RuleSubject> text;

    private RuleMatcher(Rule rule, Predicate<RuleSubject> text) {
        this.rule = rule;
        this.text = text;
    }

    /** What tells for this rule; 400 on its pattern if that is no regular expression, or one that takes too long. */
    static RuleMatcher of(Rule rule) {
        String pattern = rule.pattern().toLowerCase(Locale.ROOT);
        return new RuleMatcher(
                rule,
                switch (rule.comparison()) {
                    case "contains" -> inField(rule, RuleMatcher::lowerCase, value -> value.contains(pattern));
                    case "equals" -> inField(rule, RuleMatcher::lowerCase, pattern::equals);
                    default -> matching(rule);
                });
    }

    Rule rule() {
        return rule;
    }

    boolean matches(RuleSubject subject) {
        return (rule.accountId() == null || rule.accountId().equals(subject.accountId()))
                && (rule.minAmount() == null || rule.minAmount().compareTo(subject.amount()) <= 0)
                && (rule.maxAmount() == null || rule.maxAmount().compareTo(subject.amount()) >= 0)
                && text.test(subject);
    }

    private static Predicate<RuleSubject> matching(Rule rule) {
        Pattern pattern = compiled(rule.pattern());
        return inField(
                rule, RuleMatcher::asWritten, value -> pattern.matcher(value).find());
    }

    private static Predicate<RuleSubject> inField(Rule rule, Reading reading, Predicate<String> condition) {
        return switch (rule.field()) {
            case "merchant" -> subject -> condition.test(reading.of(subject, true));
            case "description" -> subject -> condition.test(reading.of(subject, false));
            default ->
                subject -> condition.test(reading.of(subject, true)) || condition.test(reading.of(subject, false));
        };
    }

    private static String lowerCase(RuleSubject subject, boolean merchant) {
        return merchant ? subject.lowerMerchant() : subject.lowerDescription();
    }

    private static String asWritten(RuleSubject subject, boolean merchant) {
        return merchant ? subject.merchant() : subject.description();
    }

    private static Pattern compiled(String expression) {
        Pattern pattern;
        try {
            pattern = Pattern.compile(expression, Pattern.CASE_INSENSITIVE);
        } catch (PatternSyntaxException e) {
            throw ProblemException.invalid("pattern", describe(expression, e));
        }
        if (pattern.programSize() > MAX_PROGRAM) {
            throw ProblemException.invalid("pattern", "must be simpler: it repeats too much");
        }
        return pattern;
    }

    private static String describe(String expression, PatternSyntaxException e) {
        @Nullable String part = e.getPattern();
        int at = part == null || part.isEmpty() ? -1 : expression.indexOf(part);
        return "must be a regular expression: " + e.getDescription()
                + (at < 0 || part.equals(expression) ? "" : " at character " + (at + 1) + ": " + part);
    }

    /** Reads the merchant, or else the description, of a subject. */
    @FunctionalInterface
    private interface Reading {
        String of(RuleSubject subject, boolean merchant);
    }
}
