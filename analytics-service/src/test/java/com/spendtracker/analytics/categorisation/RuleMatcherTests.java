package com.spendtracker.analytics.categorisation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import com.spendtracker.support.problem.ProblemException;
import java.math.BigDecimal;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RuleMatcherTests {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            any         | contains | coffee      | true
            any         | contains | CARD 12     | true
            any         | contains | tea         | false
            merchant    | contains | card        | false
            description | contains | coffee      | false
            merchant    | equals   | coffee shop | true
            merchant    | equals   | coffee      | false
            any         | equals   | card 1234   | true
            any         | matches  | ^coffee     | true
            any         | matches  | ^shop       | false
            any         | matches  | \\d{4}$     | true
            merchant    | matches  | \\d         | false
            any         | contains | .*          | false
            """)
    void matchesThenByFieldAndComparison(String field, String comparison, String pattern, boolean expected) {
        assertThat(matcher(field, comparison, pattern).matches(subject("Coffee Shop", "CARD 1234", "5.00")))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"4.99, false", "5.00, true", "-7.5, true", "10, true", "10.0001, false"})
    void matchesWhenAmountsAreGivenThenInclusiveAndWithoutSign(String amount, boolean expected) {
        Rule rule = Rules.rule(1, "any", "contains", "shop", "Shopping", null, null)
                .between("5", "10.00")
                .build();

        assertThat(RuleMatcher.of(rule).matches(subject("Shop", null, amount))).isEqualTo(expected);
    }

    @Test
    void matchesWhenAnAccountIsGivenThenOnlyIt() {
        RuleMatcher matcher = RuleMatcher.of(Rules.rule(1, "any", "contains", "shop", "Shopping", null, null)
                .inAccount(3)
                .build());

        assertThat(matcher.matches(RuleSubject.of(3, BigDecimal.ONE, "Shop", null)))
                .isTrue();
        assertThat(matcher.matches(RuleSubject.of(4, BigDecimal.ONE, "Shop", null)))
                .isFalse();
        assertThat(matcher.matches(RuleSubject.of(null, BigDecimal.ONE, "Shop", null)))
                .isFalse();
    }

    @Test
    void matchesWhenThePatternWouldBacktrackThenQuick() {
        RuleMatcher matcher = matcher("any", "matches", "(a+)+(a*)*$b");

        assertTimeoutPreemptively(
                Duration.ofSeconds(5),
                () -> assertThat(matcher.matches(subject(null, "a".repeat(1_000), "1")))
                        .isFalse());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            abc(def   | missing closing )
            ab[z-a]   | at character 4: z-a
            a**       | at character 2: **
            ab\\1      | at character 3: \\1
            """)
    void ofWhenThePatternIsBadThenSaysWhere(String pattern, String message) {
        assertThatThrownBy(() -> matcher("any", "matches", pattern))
                .isInstanceOf(ProblemException.class)
                .hasMessageStartingWith("pattern must be a regular expression")
                .hasMessageContaining(message);
    }

    @ParameterizedTest
    @ValueSource(strings = {"(((a{10}){10}){10}){10}", "(abcdefghij){1000}", "((x{30}y?){30}z?){30}"})
    void ofWhenThePatternRepeatsTooMuchThenRefused(String pattern) {
        assertThatThrownBy(() -> matcher("any", "matches", pattern))
                .isInstanceOf(ProblemException.class)
                .hasMessageStartingWith("pattern must");
    }

    private static RuleMatcher matcher(String field, String comparison, String pattern) {
        return RuleMatcher.of(Rules.rule(1, field, comparison, pattern, "Shopping", null, null)
                .build());
    }

    private static RuleSubject subject(@Nullable String merchant, @Nullable String description, String amount) {
        return RuleSubject.of(null, new BigDecimal(amount), merchant, description);
    }
}
