package com.spendtracker.bankfiles.csv;

import com.spendtracker.bankfiles.csv.CsvMapping.Columns;
import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Guesses what each column of a file is, by its header in the languages of many banks, else by what is in it. */
final class ColumnRoles {
    private static final List<String> BOOKING_DATE = List.of(
            "booking date",
            "buchungstag",
            "buchungsdatum",
            "posting date",
            "posted date",
            "transaction date",
            "date operation",
            "boekdatum",
            "data contabile",
            "data operazione",
            "fecha operacion",
            "fecha contable",
            "date",
            "datum",
            "fecha",
            "data",
            "buchung",
            "day");
    private static final List<String> VALUE_DATE = List.of(
            "value date",
            "wertstellung",
            "valutadatum",
            "valuta",
            "date valeur",
            "date de valeur",
            "fecha valor",
            "data valuta",
            "rentedatum");
    private static final List<String> AMOUNT = List.of(
            "amount", "betrag", "umsatz", "montant", "importe", "importo", "bedrag", "quantia", "valor", "sum",
            "value");
    private static final List<String> DEBIT = List.of(
            "debit",
            "soll",
            "belastung",
            "paid out",
            "money out",
            "withdrawal",
            "withdrawals",
            "ausgang",
            "ausgabe",
            "cargo",
            "addebito",
            "dare",
            "uitgaven",
            "debito",
            "debet",
            "spent",
            "uscite");
    private static final List<String> CREDIT = List.of(
            "credit",
            "haben",
            "gutschrift",
            "paid in",
            "money in",
            "deposit",
            "deposits",
            "eingang",
            "einnahme",
            "abono",
            "accredito",
            "avere",
            "inkomsten",
            "credito",
            "received",
            "entrate");
    private static final List<String> BALANCE = List.of("balance", "saldo", "kontostand", "solde");
    private static final List<String> CURRENCY =
            List.of("currency", "wahrung", "devise", "divisa", "moneda", "munt", "ccy", "valuta", "moeda");
    private static final List<String> PAYEE = List.of(
            "payee",
            "merchant",
            "merchant name",
            "begunstigter",
            "empfanger",
            "zahlungspflichtiger",
            "auftraggeber",
            "counterparty",
            "counterparty name",
            "tegenpartij",
            "naam",
            "beneficiaire",
            "beneficiario",
            "beneficiary",
            "contraparte",
            "controparte",
            "recipient",
            "vendor",
            "name",
            "zahlungsempfanger",
            "partner name",
            "name zahlungsbeteiligter",
            "from to");
    private static final List<String> DESCRIPTION = List.of(
            "description",
            "verwendungszweck",
            "memo",
            "details",
            "purpose",
            "buchungstext",
            "text",
            "libelle",
            "concepto",
            "descripcion",
            "causale",
            "omschrijving",
            "descrizione",
            "narrative",
            "particulars",
            "notes",
            "note",
            "mededelingen",
            "reference text",
            "descricao",
            "betreff",
            "payment reference",
            "remittance information");
    private static final List<String> CATEGORY = List.of("category", "kategorie", "categorie", "categoria");
    private static final List<String> REFERENCE =
            List.of("transaction id", "fitid", "transaktions id", "transaktionsnummer", "transaction number");
    // Alone it is the row's; with another word it may be the creditor's or the customer's.
    private static final String ROW_ID = "id";
    // Words beside "name" that make it another name than the other side's, or its number.
    private static final List<String> NO_PAYEE =
            List.of("account", "iban", "bic", "konto", "kontonummer", "bank", "card");

    private static final int NONE = -1;

    private final List<String> names;
    private final List<List<String>> rows;
    private final char decimalSeparator;
    private final List<Integer> dates;
    private final List<Integer> money;

    ColumnRoles(List<String> names, List<List<String>> rows, char decimalSeparator) {
        this.names = names.stream().map(ColumnRoles::normalise).toList();
        this.rows = rows;
        this.decimalSeparator = decimalSeparator;
        this.dates = columns(SampleColumns::isDate);
        this.money = columns(SampleColumns::isMoney);
    }

    /** The columns, null if there are none with dates or none with amounts. */
    @Nullable
    Columns guess() {
        Integer date = first(BOOKING_DATE, dates, VALUE_DATE);
        date = date == null && !dates.isEmpty() ? dates.getFirst() : date;
        if (date == null) {
            return null;
        }
        Integer balance = first(BALANCE, money, List.of());
        Money amounts = amounts(balance == null ? runningBalance() : balance);
        return amounts == null ? null : withTexts(date, amounts);
    }

    private Columns withTexts(int date, Money amounts) {
        List<Integer> texts = textColumns(date, amounts);
        Integer currency = named(CURRENCY, texts, SampleColumns::isCurrency);
        Integer category = named(CATEGORY, texts, SampleColumns::isAny);
        Integer reference = named(REFERENCE, texts, SampleColumns::isUnique);
        reference = reference == null ? rowId(texts) : reference;
        List<Integer> people = texts.stream()
                .filter(column -> !isHeader(column) || !matches(column, NO_PAYEE))
                .toList();
        Integer payee = named(PAYEE, people, SampleColumns::isAny);
        List<Integer> description = new ArrayList<>();
        for (int column : texts) {
            if (!isHeader(column)) {
                continue;
            }
            if (matches(column, DESCRIPTION) && !Integer.valueOf(column).equals(payee)) {
                description.add(column);
            }
        }
        if (payee == null && description.isEmpty()) {
            texts.stream()
                    .filter(column -> SampleColumns.isText(rows, column))
                    .filter(column -> !Integer.valueOf(column).equals(currency))
                    .max((a, b) -> Integer.compare(SampleColumns.length(rows, a), SampleColumns.length(rows, b)))
                    .ifPresent(description::add);
        }
        return new Columns(
                date,
                amounts.amount,
                amounts.debit,
                amounts.credit,
                amounts.type,
                currency,
                payee,
                description,
                category,
                null,
                reference,
                amounts.balance);
    }

    private @Nullable Integer rowId(List<Integer> among) {
        return among.stream()
                .filter(column -> isHeader(column) && names.get(column).equals(ROW_ID))
                .filter(column -> SampleColumns.isUnique(rows, column))
                .findFirst()
                .orElse(null);
    }

    /** Whether these can be the names of columns: one of dates and one of money is among them. */
    static boolean namesDateAndAmount(List<String> row) {
        ColumnRoles header = new ColumnRoles(row, List.of(), '.');
        List<Integer> all = IntStream.range(0, row.size()).boxed().toList();
        boolean date =
                header.first(BOOKING_DATE, all, List.of()) != null || header.first(VALUE_DATE, all, List.of()) != null;
        return date && Stream.of(AMOUNT, DEBIT, CREDIT).anyMatch(words -> header.first(words, all, List.of()) != null);
    }

    private List<Integer> textColumns(int date, Money amounts) {
        List<Integer> texts = new ArrayList<>();
        for (int column = 0; column < width(); column++) {
            if (column != date && !amounts.uses(column) && !dates.contains(column)) {
                texts.add(column);
            }
        }
        return texts;
    }

    private @Nullable Money amounts(@Nullable Integer balance) {
        List<Integer> candidates =
                money.stream().filter(column -> !column.equals(balance)).toList();
        List<Integer> possible = columns(SampleColumns::mayBeMoney).stream()
                .filter(column -> !column.equals(balance) && !dates.contains(column))
                .toList();
        List<Integer> filled = possible.stream()
                .filter(column -> SampleColumns.isAny(rows, column))
                .toList();
        Integer debit = first(DEBIT, possible, CREDIT);
        Integer credit = first(CREDIT, possible, DEBIT);
        if (areDebitAndCredit(debit, credit)) {
            return new Money(null, debit, credit, null, balance);
        }
        Integer amount = first(AMOUNT, candidates, List.of());
        amount = amount == null ? first(AMOUNT, filled, List.of()) : amount;
        if (amount != null) {
            return new Money(amount, null, null, type(amount), balance);
        }
        if (debit != null && credit == null && isUnsigned(debit)) {
            return new Money(null, debit, null, null, balance);
        }
        return byContent(candidates, balance);
    }

    /** Whether the headers hold: a month may be without credits, but rows with both are exceptions. */
    private boolean areDebitAndCredit(@Nullable Integer debit, @Nullable Integer credit) {
        if (debit == null || credit == null || debit.equals(credit)) {
            return false;
        }
        long both = rows.stream()
                .filter(row -> isSet(row, debit) && isSet(row, credit))
                .count();
        return both * 2 < rows.size() && (SampleColumns.isAny(rows, debit) || SampleColumns.isAny(rows, credit));
    }

    private boolean isUnsigned(int column) {
        return SampleColumns.isAny(rows, column) && !SampleColumns.hasNegative(rows, column, decimalSeparator);
    }

    private @Nullable Money byContent(List<Integer> candidates, @Nullable Integer balance) {
        for (int i = 0; i + 1 < candidates.size(); i++) {
            int a = candidates.get(i);
            int b = candidates.get(i + 1);
            if (exclusive(a, b) && !SampleColumns.isFull(rows, a)) {
                boolean firstIsCredit = SampleColumns.hasNegative(rows, b, decimalSeparator)
                        || (!SampleColumns.hasNegative(rows, a, decimalSeparator)
                                && balance != null
                                && fitsBalance(b, a, balance) > fitsBalance(a, b, balance));
                return firstIsCredit ? new Money(null, b, a, null, balance) : new Money(null, a, b, null, balance);
            }
        }
        for (int column : candidates) {
            if (balance != null && isUnsigned(column) && isOnlyDebits(column, balance)) {
                return new Money(null, column, emptyBeside(column), null, balance);
            }
            if (SampleColumns.isFull(rows, column)) {
                return new Money(column, null, null, type(column), balance);
            }
        }
        return candidates.isEmpty() ? null : new Money(candidates.getFirst(), null, null, null, balance);
    }

    private boolean isOnlyDebits(int column, int balance) {
        return fitsBalance(column, NONE, balance) > fitsBalance(column, column, balance);
    }

    /** Where credits will stand when there are some. */
    private @Nullable Integer emptyBeside(int column) {
        return Stream.of(column + 1, column - 1)
                .filter(beside -> beside >= 0 && beside < width() && !SampleColumns.isAny(rows, beside))
                .findFirst()
                .orElse(null);
    }

    // A word for the direction is only needed where no amount has a sign.
    private @Nullable Integer type(int amount) {
        if (SampleColumns.hasNegative(rows, amount, decimalSeparator)) {
            return null;
        }
        for (int column = 0; column < width(); column++) {
            if (column != amount && SampleColumns.isDirection(rows, column)) {
                return column;
            }
        }
        return null;
    }

    /** The column that changes from row to row by what another one holds. */
    private @Nullable Integer runningBalance() {
        for (int i = money.size() - 1; i >= 0 && rows.size() > 1; i--) {
            int balance = money.get(i);
            if (SampleColumns.isFull(rows, balance) && bestFit(balance) * 2 >= rows.size() - 1) {
                return balance;
            }
        }
        return null;
    }

    private long bestFit(int balance) {
        long best = 0;
        for (int a : money) {
            best = a == balance ? best : Math.max(best, fitsBalance(a, NONE, balance));
            for (int b : money) {
                best = a == balance || b == balance ? best : Math.max(best, fitsBalance(a, b, balance));
            }
        }
        return best;
    }

    /** In how many pairs of neighbours the balance changes by these columns; the file may run forwards or backwards. */
    private long fitsBalance(int debit, int credit, int balance) {
        long forwards = 0;
        long backwards = 0;
        for (int i = 1; i < rows.size(); i++) {
            BigDecimal before = value(rows.get(i - 1), balance);
            BigDecimal after = value(rows.get(i), balance);
            if (before == null || after == null) {
                continue;
            }
            BigDecimal change = after.subtract(before);
            forwards += change.compareTo(signed(rows.get(i), debit, credit)) == 0 ? 1 : 0;
            backwards += change.negate().compareTo(signed(rows.get(i - 1), debit, credit)) == 0 ? 1 : 0;
        }
        return Math.max(forwards, backwards);
    }

    private BigDecimal signed(List<String> row, int debit, int credit) {
        BigDecimal out = value(row, debit);
        BigDecimal in = value(row, credit);
        if (debit == credit) {
            return out == null ? BigDecimal.ZERO : out;
        }
        BigDecimal sum = out == null ? BigDecimal.ZERO : out.abs().negate();
        return in == null ? sum : sum.add(in.abs());
    }

    private boolean exclusive(int a, int b) {
        return rows.stream().noneMatch(row -> isSet(row, a) && isSet(row, b));
    }

    private boolean isSet(List<String> row, int column) {
        BigDecimal value = value(row, column);
        return value != null && value.signum() != 0;
    }

    private @Nullable BigDecimal value(List<String> row, int column) {
        return column == NONE ? null : Amounts.parse(SampleColumns.cell(row, column), decimalSeparator);
    }

    /** The column among these whose header fits best, the first words counting most. */
    private @Nullable Integer first(List<String> words, List<Integer> among, List<String> not) {
        for (String word : words) {
            for (int column : among) {
                if (isHeader(column)
                        && matches(column, List.of(word))
                        && not.stream().noneMatch(w -> names.get(column).equals(w))) {
                    return column;
                }
            }
        }
        return null;
    }

    private @Nullable Integer named(List<String> words, List<Integer> among, ColumnTest test) {
        Integer column = first(words, among, List.of());
        return column != null && test.test(rows, column) ? column : null;
    }

    private boolean isHeader(int column) {
        return column < names.size() && !names.get(column).isEmpty();
    }

    // Whole words only: "amount" is in "amount (EUR)", "art" is not in "party".
    private boolean matches(int column, List<String> words) {
        String name = " " + names.get(column) + " ";
        return words.stream().anyMatch(word -> name.contains(" " + word + " "));
    }

    private List<Integer> columns(ColumnTest test) {
        List<Integer> found = new ArrayList<>();
        for (int column = 0; column < width(); column++) {
            if (test.test(rows, column)) {
                found.add(column);
            }
        }
        return found;
    }

    private int width() {
        return rows.stream().mapToInt(List::size).max().orElse(0);
    }

    /** Lower case without accents and signs. */
    static String normalise(String name) {
        String plain = Normalizer.normalize(name, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT);
        return plain.replaceAll("[^\\p{L}\\p{N}]+", " ").strip();
    }

    /** A property of a column. */
    private interface ColumnTest {
        boolean test(List<List<String>> rows, int column);
    }

    /** The columns that make an amount. */
    private record Money(
            @Nullable Integer amount,
            @Nullable Integer debit,
            @Nullable Integer credit,
            @Nullable Integer type,
            @Nullable Integer balance) {
        boolean uses(int column) {
            Integer used = column;
            return used.equals(amount) || used.equals(debit) || used.equals(credit) || used.equals(balance);
        }
    }
}
