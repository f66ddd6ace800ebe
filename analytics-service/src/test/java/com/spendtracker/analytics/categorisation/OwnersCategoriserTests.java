package com.spendtracker.analytics.categorisation;

import static org.assertj.core.api.Assertions.assertThat;

import com.spendtracker.analytics.transaction.Kind;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OwnersCategoriserTests {
    private static final List<OwnersCategory> CATEGORIES = List.of(
            new OwnersCategory(1, "Uncategorised", "uncategorised"),
            new OwnersCategory(2, "Income", "income"),
            new OwnersCategory(3, "Transfers", "transfers"),
            new OwnersCategory(4, "Food", "groceries"),
            new OwnersCategory(5, "Shopping", "shopping"),
            new OwnersCategory(6, "Freelance", null),
            new OwnersCategory(7, "Cash", "cash"));

    private static final List<LearntChoice> CHOICES = List.of(
            new LearntChoice("corner shop", false, 5, "spending", 3),
            new LearntChoice("club", false, 6, "spending", 2),
            new LearntChoice("club", true, 6, "income", 1),
            new LearntChoice("own savings", false, 6, "transfer", 4));

    private final Categoriser plain = new OwnersCategoriser(CATEGORIES, CHOICES, List.of());

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            -5.00   | Somebody            | -                     | 1 SPENDING none
            5.00    | Somebody            | -                     | 2 INCOME none
            0.00    | Somebody            | -                     | 1 SPENDING none
            0.00    | Example Works       | salary                | 1 SPENDING none
            -5.00   | Lidl Berlin         | -                     | 4 SPENDING known
            5.00    | Lidl Berlin         | -                     | 4 SPENDING known
            2500.00 | Lidl Stiftung       | Lohn Gehalt Januar    | 2 INCOME known
            -5.00   | -                   | CARD PAYMENT ALDI 123 | 4 SPENDING known
            -50.00  | -                   | ATM WITHDRAWAL 1234   | 7 SPENDING known
            -5.00   | Pharmacy            | -                     | 1 SPENDING none
            5.00    | Somebody            | Refund of order 7     | 1 SPENDING none
            5.00    | Somebody            | Rückerstattung        | 1 SPENDING none
            5.00    | Somebody            | Refund of interest    | 2 INCOME known
            -5.00   | CORNER SHOP         | -                     | 5 SPENDING learnt 3
            5.00    | Corner Shop         | -                     | 5 SPENDING learnt 3
            5.00    | Corner Shop         | Dividend              | 2 INCOME known
            5.00    | Club                | -                     | 6 INCOME learnt 1
            -5.00   | Club                | -                     | 6 SPENDING learnt 2
            -5.00   | Own Savings         | -                     | 6 TRANSFER learnt 4
            """)
    void categoriseThenByChoiceMerchantOrLastResort(
            String amount, @Nullable String merchant, @Nullable String description, String expected) {
        assertThat(told(plain.categorise(movement(amount, merchant, description))))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            -5.00 | shopping       | 5 SPENDING file
            -5.00 | Home: FOOD     | 4 SPENDING file
            -5.00 | Elsewhere      | 4 SPENDING known
            5.00  | Food           | 4 SPENDING file
            5.00  | Freelance      | 6 INCOME file
            -5.00 | Transfers      | 3 TRANSFER file
            """)
    void categoriseWhenTheFileNamesACategoryThenThatIfThereIsOne(String amount, String category, String expected) {
        Movement movement = new Movement(null, new BigDecimal(amount), "Lidl", null, category, false);

        assertThat(told(plain.categorise(movement))).isEqualTo(expected);
    }

    @Test
    void categoriseWhenTheFileSaysTransferThenTransfer() {
        Movement movement = new Movement(null, new BigDecimal("5.00"), "Lidl", null, null, true);

        assertThat(told(plain.categorise(movement))).isEqualTo("3 TRANSFER transfer");
    }

    @Test
    void categoriseWhenRulesMatchThenTheFirstCounts() {
        Categoriser categoriser = with(
                Rules.contains(8, "nothing", "Cash"),
                Rules.contains(9, "lidl", "Shopping"),
                Rules.contains(10, "lidl", "Cash"));

        assertThat(told(categoriser.categorise(movement("-5.00", "LIDL", null))))
                .isEqualTo("5 SPENDING rule #9");
    }

    @Test
    void categoriseWhenTheRuleNamesNoKindThenItsCategoryAndTheSignTell() {
        Categoriser categoriser = with(Rules.contains(1, "acme", "Freelance"), Rules.contains(2, "lidl", "Food"));

        assertThat(told(categoriser.categorise(movement("5.00", "Acme", null)))).isEqualTo("6 INCOME rule #1");
        assertThat(told(categoriser.categorise(movement("-5.00", "Acme", null))))
                .isEqualTo("6 SPENDING rule #1");
        assertThat(told(categoriser.categorise(movement("5.00", "Lidl", null)))).isEqualTo("4 SPENDING rule #2");
    }

    @Test
    void categoriseWhenTheRuleLeavesThingsUnsetThenTheRestGoesOn() {
        Categoriser categoriser = with(
                Rules.rule(1, "any", "contains", "4711", null, "Corner Shop", null)
                        .build(),
                Rules.rule(2, "any", "contains", "0815", null, null, "transfer").build(),
                Rules.rule(3, "any", "contains", "lidl", null, null, "transfer").build());

        Categorisation renamed = categoriser.categorise(movement("-5.00", "CRNR 4711", null));
        assertThat(renamed.merchant()).isEqualTo("Corner Shop");
        assertThat(told(renamed)).isEqualTo("5 SPENDING learnt 3");
        assertThat(told(categoriser.categorise(movement("-5.00", "Me 0815", null))))
                .isEqualTo("3 TRANSFER rule #2");
        assertThat(told(categoriser.categorise(movement("-5.00", "Lidl", null))))
                .isEqualTo("4 TRANSFER known");
    }

    @Test
    void categoriseWhenTheRuleSaysIncomeThenNeverOfWhatLeft() {
        Categoriser categoriser = with(
                Rules.rule(1, "any", "contains", "lidl", "Food", null, "income").build());

        assertThat(told(categoriser.categorise(movement("5.00", "Lidl", null)))).isEqualTo("4 INCOME rule #1");
        assertThat(told(categoriser.categorise(movement("-5.00", "Lidl", null))))
                .isEqualTo("4 SPENDING rule #1");
        assertThat(told(categoriser.categorise(movement("0", "Lidl", null)))).isEqualTo("4 SPENDING rule #1");
    }

    @Test
    void categoriseWhenRulesLookAtAmountsAndAccountsThenEqualTextsDiffer() {
        Categoriser categoriser = with(
                Rules.rule(1, "any", "contains", "lidl", "Shopping", null, null)
                        .between("10", "20")
                        .build(),
                Rules.rule(2, "any", "contains", "lidl", "Cash", null, null)
                        .inAccount(3)
                        .build());

        assertThat(told(categoriser.categorise(movement("-5.00", "Lidl", null))))
                .isEqualTo("4 SPENDING known");
        assertThat(told(categoriser.categorise(movement("-15.00", "Lidl", null))))
                .isEqualTo("5 SPENDING rule #1");
        assertThat(told(categoriser.categorise(new Movement(3, new BigDecimal("-5.00"), "Lidl", null, null, false))))
                .isEqualTo("7 SPENDING rule #2");
    }

    @Test
    void categoriseWhenMoreTextsThanAreRememberedThenStillRight() {
        for (int i = 0; i < 30_000; i++) {
            assertThat(plain.categorise(movement("-1.00", "Lidl " + i, null)).categoryId())
                    .isEqualTo(4);
        }
        assertThat(told(plain.categorise(movement("-1.00", "Lidl 0", null)))).isEqualTo("4 SPENDING known");
    }

    private static Categoriser with(Rule... rules) {
        return new OwnersCategoriser(CATEGORIES, CHOICES, List.of(rules));
    }

    private static Movement movement(String amount, @Nullable String merchant, @Nullable String description) {
        return new Movement(null, new BigDecimal(amount), merchant, description, null, false);
    }

    private static String told(Categorisation found) {
        Kind kind = found.kind();
        return found.categoryId() + " " + kind.name() + " " + found.source()
                + (found.ruleId() == null ? "" : " #" + found.ruleId())
                + (found.learntFrom() == null ? "" : " " + found.learntFrom());
    }
}
