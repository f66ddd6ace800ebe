package com.spendtracker.bankfiles.csv;

import com.spendtracker.bankfiles.DateOrder;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** What the first rows of a file tell about one of its columns. */
final class SampleColumns {
    private static final Set<String> DASHES = Set.of("-", "--", "\u2013", "\u2014");

    private SampleColumns() {}

    static String cell(List<String> row, int column) {
        return column < row.size() ? row.get(column).strip() : "";
    }

    static boolean isAny(List<List<String>> rows, int column) {
        return rows.stream().anyMatch(row -> !cell(row, column).isEmpty());
    }

    static boolean isDate(List<List<String>> rows, int column) {
        return mostly(rows, column, SampleColumns::looksLikeDate) && isAny(rows, column);
    }

    static boolean looksLikeDate(String text) {
        for (DateOrder order : DateOrder.values()) {
            if (text.length() >= 6 && Dates.parse(text, order) != null) {
                return true;
            }
        }
        return false;
    }

    /** Amounts with decimals, signs or currencies; numbers of checks and accounts have none. */
    static boolean isMoney(List<List<String>> rows, int column) {
        return mostly(rows, column, SampleColumns::looksLikeNumber)
                && rows.stream().anyMatch(row -> looksLikeMoney(cell(row, column)));
    }

    /** Whether it may hold amounts if its header says so, even if the first rows have none or only whole ones. */
    static boolean mayBeMoney(List<List<String>> rows, int column) {
        return !isAny(rows, column) || mostly(rows, column, SampleColumns::looksLikeNumber);
    }

    static boolean looksLikeMoney(String text) {
        return looksLikeNumber(text) && (Amounts.evidence(text) != 0 || !Character.isLetterOrDigit(text.charAt(0)));
    }

    private static boolean looksLikeNumber(String text) {
        return !text.isEmpty()
                && (Amounts.parse(text, '.') != null || Amounts.parse(text, ',') != null)
                && !looksLikeDate(text);
    }

    static boolean isFull(List<List<String>> rows, int column) {
        return rows.stream().noneMatch(row -> cell(row, column).isEmpty());
    }

    static boolean hasNegative(List<List<String>> rows, int column, char decimalSeparator) {
        return rows.stream()
                .map(row -> Amounts.parse(cell(row, column), decimalSeparator))
                .anyMatch(amount -> amount != null && amount.compareTo(BigDecimal.ZERO) < 0);
    }

    /** Words for debit and credit, with a debit among them: without, nothing needs a sign. */
    static boolean isDirection(List<List<String>> rows, int column) {
        return mostly(rows, column, CsvEntryReader::isDirection)
                && rows.stream().anyMatch(row -> CsvEntryReader.isDebit(cell(row, column)));
    }

    static boolean isCurrency(List<List<String>> rows, int column) {
        return mostly(rows, column, text -> text.matches("[A-Za-z]{3}"));
    }

    static boolean isUnique(List<List<String>> rows, int column) {
        HashSet<String> seen = new HashSet<>();
        return rows.stream().map(row -> cell(row, column)).allMatch(text -> !text.isEmpty() && seen.add(text));
    }

    static boolean isText(List<List<String>> rows, int column) {
        return rows.stream().anyMatch(row -> cell(row, column).chars().anyMatch(Character::isLetter));
    }

    static int length(List<List<String>> rows, int column) {
        return rows.stream().mapToInt(row -> cell(row, column).length()).sum();
    }

    // Some rows may be broken, or be a sum at the end; a dash stands for nothing.
    private static boolean mostly(List<List<String>> rows, int column, Predicate<String> test) {
        List<String> filled = rows.stream()
                .map(row -> cell(row, column))
                .filter(text -> !text.isEmpty() && (!DASHES.contains(text) || test.test(text)))
                .toList();
        return !filled.isEmpty() && filled.stream().filter(test).count() * 2 >= filled.size();
    }
}
