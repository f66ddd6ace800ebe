package com.spendtracker.bankfiles.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.spendtracker.bankfiles.Booking;
import com.spendtracker.bankfiles.DateOrder;
import com.spendtracker.bankfiles.Entry;
import com.spendtracker.bankfiles.EntryReader;
import com.spendtracker.bankfiles.FileContent;
import com.spendtracker.bankfiles.RejectedRow;
import com.spendtracker.bankfiles.UnreadableFileException;
import java.io.ByteArrayOutputStream;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CsvFileTests {

    @Test
    void readWhenHeaderInEnglishThenEveryColumnIsFound() throws Exception {
        List<Entry> entries = read("""
                Date,Payee,Memo,Amount,Currency,Category
                2026-03-14,"Corner, Shop","two ""fresh"" rolls",-4.50,EUR,Groceries
                2026-03-15,Employer,Salary March,2500.00,EUR,Income
                """);
        assertThat(entries)
                .containsExactly(
                        Booking.of(2, LocalDate.of(2026, 3, 14), new BigDecimal("-4.50"))
                                .withPayee("Corner, Shop")
                                .withDescription("two \"fresh\" rolls")
                                .withCurrency("EUR")
                                .withCategory("Groceries"),
                        Booking.of(3, LocalDate.of(2026, 3, 15), new BigDecimal("2500.00"))
                                .withPayee("Employer")
                                .withDescription("Salary March")
                                .withCurrency("EUR")
                                .withCategory("Income"));
    }

    @Test
    void readWhenGermanWithPreambleThenDecimalCommaAndDots() throws Exception {
        List<Entry> entries = read("""
                "Kontonummer:";"DE00 1234";

                "Von:";"01.02.2026";
                "Buchungstag";"Wertstellung";"Auftraggeber / Begünstigter";"Verwendungszweck";"Betrag (EUR)"
                "28.02.2026";"01.03.2026";"Bäckerei Müller";"Brötchen";"-1.234,56"
                "27.02.2026";"27.02.2026";"Finanzamt";"Erstattung";"99,00"
                """);
        assertThat(entries)
                .extracting(entry ->
                        ((Booking) entry).payee() + " " + ((Booking) entry).amount() + " " + ((Booking) entry).date())
                .containsExactly("Bäckerei Müller -1234.56 2026-02-28", "Finanzamt 99.00 2026-02-27");
    }

    @Test
    void readWhenDebitAndCreditColumnsThenSigned() throws Exception {
        assertThat(amounts("""
                Date,Details,Paid out,Paid in,Balance
                14/03/2026,Shop,20.00,,80.00
                15/03/2026,Pay,,500.00,580.00
                """)).containsExactly("-20.00", "500.00");
    }

    @Test
    void readWhenNoHeaderThenRunningBalanceTellsOutFromIn() throws Exception {
        assertThat(amounts("""
                13/03/2026,Gift,£5.00,,£105.00
                14/03/2026,Shop,,£20.00,£85.00
                15/03/2026,Pay,£500.00,,£585.00
                """)).containsExactly("5.00", "-20.00", "500.00");
    }

    @Test
    void readWhenUnsignedAmountThenTypeGivesTheDirection() throws Exception {
        assertThat(amounts("""
                Datum;Naam;Af Bij;Bedrag
                20260314;Winkel;Af;4,50
                20260315;Werk;Bij;2500,00
                """)).containsExactly("-4.50", "2500.00");
    }

    @ParameterizedTest
    @CsvSource({
        "-12.34,-12.34",
        "12.34-,-12.34",
        "(12.34),-12.34",
        "\u221212.34,-12.34",
        "+12.34,12.34",
        "'-$1,234.50',-1234.50",
        "'1 234.50 USD',1234.50",
        "12.34 DR,-12.34",
        "12.34 CR,12.34",
        "'1''234.50',1234.50",
        "12.34S,-12.34",
        "12.34H,12.34",
        "5000.00 IDR,5000.00",
        "DR 12.34,-12.34",
        "\u201312.34,-12.34",
        "Rs.500,500",
        "R$ 12.34,12.34",
        ".50,0.50"
    })
    void parseAmountWhenWrittenInAnyWayThenExact(String text, BigDecimal amount) {
        assertThat(Amounts.parse(text, '.')).isEqualByComparingTo(amount);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "abc", "1.2.3", "12,34", "1,23,4", "12:30", "1e5", "--5", ".", "TX1001", "A12", "12x"})
    void parseAmountWhenNoneThenNull(String text) {
        assertThat(Amounts.parse(text, '.')).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-04,DMY,2026-03-04",
        "04.03.2026,DMY,2026-03-04",
        "3/4/26,MDY,2026-03-04",
        "07 Nov 2013,DMY,2013-11-07",
        "'Nov 7, 2013',DMY,2013-11-07",
        "20091224120000[0:GMT],DMY,2009-12-24",
        "2026-03-04T10:11:12Z,DMY,2026-03-04",
        "4 März 2026,DMY,2026-03-04",
        "4 Mrz 2026,DMY,2026-03-04",
        "4 fevrier 2026,DMY,2026-02-04",
        "4 ao\u00fbt 2026,DMY,2026-08-04",
        "4 Sept 2026,DMY,2026-09-04",
        "04/03/2026 10:15,DMY,2026-03-04",
        "1/2/70,DMY,1970-02-01"
    })
    void parseDateWhenWrittenInAnyWayThenThatDay(String text, DateOrder order, LocalDate date) {
        assertThat(Dates.parse(text, order)).isEqualTo(date);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "31.02.2026", "2026-13-01", "12345", "hello", "99/99/2026", "20261301", "0001-01-01"})
    void parseDateWhenNoneThenNull(String text) {
        assertThat(Dates.parse(text, DateOrder.DMY)).isNull();
    }

    @Test
    void examineWhenNoDayAfterTheTwelfthThenAsks() throws Exception {
        CsvGuess guess = CsvFile.examine(utf8("""
                Date,Payee,Amount
                03/04/2026,A,-1.00
                05/06/2026,B,-2.00
                """));
        assertThat(guess.questions()).singleElement().satisfies(question -> {
            assertThat(question.option()).isEqualTo("date_order");
            assertThat(question.choices()).containsExactly("MDY", "DMY");
            assertThat(question.why()).contains("03/04/2026").contains("line 2");
        });
    }

    @Test
    void examineWhenOneLateDayFarDownThenItDecides() throws Exception {
        StringBuilder text = new StringBuilder("Date,Payee,Amount\n");
        text.repeat("03/04/2026,A,-1.00\n", 5_000).append("13/04/2026,A,-1.00\n");
        CsvGuess guess = CsvFile.examine(utf8(text.toString()));
        assertThat(guess.questions()).isEmpty();
        assertThat(guess.mapping().dateOrder()).isEqualTo(DateOrder.DMY);
    }

    @Test
    void examineWhenAmountsMayHaveThousandsThenAsks() throws Exception {
        CsvGuess guess = CsvFile.examine(utf8("Date,Payee,Amount\n2026-01-20,A,\"-1,234\"\n2026-01-21,A,\"-2,500\"\n"));
        assertThat(guess.questions()).extracting("option").containsExactly("decimal_separator");
    }

    @Test
    void readWhenARowIsBrokenThenOnlyThatRowIsRejected() throws Exception {
        List<Entry> entries = read("""
                Date,Payee,Amount
                2026-03-14,Shop,-4.50
                2026-02-30,Shop,-4.50
                2026-03-15,Shop,a lot
                2026-03-16,Shop,-0.12345

                2026-03-17
                2026-03-18,Shop,-4.50
                """);
        assertThat(entries).hasSize(6);
        assertThat(entries)
                .filteredOn(RejectedRow.class::isInstance)
                .extracting(entry -> ((RejectedRow) entry).line() + " " + ((RejectedRow) entry).field())
                .containsExactly("3 date", "4 amount", "5 amount", "7 amount");
    }

    @Test
    void readWhenQuotedFieldHasLinesThenLinesAreCounted() throws Exception {
        List<Entry> entries = read("Date,Memo,Amount\r\n2026-03-14,\"one\r\ntwo\",-1.00\r\n2026-03-15,x,-2.00\r\n");
        assertThat(entries).extracting(Entry::line).containsExactly(2, 4);
        assertThat(((Booking) entries.getFirst()).description()).isEqualTo("one two");
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16", "UTF-16LE", "UTF-16BE", "windows-1252", "ISO-8859-1"})
    void readWhenAnyEncodingThenTextIsRight(String charset) throws Exception {
        byte[] bytes = "Date;Empfänger;Amount\n2026-03-14;Café Größe;-1,00\n".getBytes(Charset.forName(charset));
        CsvGuess guess = CsvFile.examine(FileContent.of(bytes));
        List<Entry> entries = read(FileContent.of(bytes), guess.mapping());
        assertThat(((Booking) entries.getFirst()).payee()).isEqualTo("Café Größe");
    }

    @Test
    void examineWhenUtf8BreaksOffFarDownThenRefusedWithItsLine() throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.write("Date,Payee,Amount\n2026-01-20,Caf\u00e9,-1.00\n".getBytes(StandardCharsets.UTF_8));
        bytes.write("2026-01-20,Shop,-1.00\n".repeat(9_996).getBytes(StandardCharsets.UTF_8));
        bytes.write("2026-01-20,Sh\u00e9p,-1.00\n".getBytes(StandardCharsets.ISO_8859_1));
        assertRefused(bytes.toByteArray(), "line 9999");
    }

    @Test
    void examineWhenOneByteIsNoTextThenRefused() {
        byte[] bytes = "Date,Payee,Amount\n2026-01-20,Shop?,-1.00\n".getBytes(StandardCharsets.ISO_8859_1);
        bytes[new String(bytes, StandardCharsets.ISO_8859_1).indexOf('?')] = (byte) 0xFF;
        assertRefused(bytes, "line 2");
    }

    @Test
    void examineWhenNulsThenRefused() {
        assertRefused("Date,Payee,Amount\n2026-01-20,Sh\0p,-1.00\n".getBytes(StandardCharsets.UTF_8), "NUL");
    }

    @Test
    void examineWhenTenMegabytesInAnOpenQuoteThenRefused() {
        String text = "Date,Payee,Amount\n2026-01-20,\"" + "x".repeat(10_000_000);
        assertRefused(text.getBytes(StandardCharsets.UTF_8), "quote");
    }

    @Test
    void examineWhenTenThousandColumnsThenRefused() {
        String text = "Date,Amount" + ",c".repeat(10_000) + "\n2026-01-20,1.00" + ",1".repeat(10_000) + "\n";
        assertRefused(text.getBytes(StandardCharsets.UTF_8), "columns");
    }

    @ParameterizedTest
    @ValueSource(strings = {"hello", "a,b,c\n1,2,3\n", "Date,Amount\n", "Date;Text\n2026-01-01;nothing\n"})
    void examineWhenNoRowsWithDateAndAmountThenRefused(String text) {
        assertRefused(text.getBytes(StandardCharsets.UTF_8), "date and an amount");
    }

    static void assertRefused(byte[] bytes, String message) {
        assertThatExceptionOfType(UnreadableFileException.class)
                .isThrownBy(() -> CsvFile.examine(FileContent.of(bytes)))
                .withMessageContaining(message);
    }

    static List<String> amounts(String text) throws Exception {
        return read(text).stream()
                .map(entry -> ((Booking) entry).amount().toPlainString())
                .toList();
    }

    static List<Entry> read(String text) throws Exception {
        FileContent content = utf8(text);
        return read(content, CsvFile.examine(content).mapping());
    }

    static List<Entry> read(FileContent content, CsvMapping mapping) throws Exception {
        List<Entry> entries = new ArrayList<>();
        try (EntryReader reader = CsvFile.open(content, mapping)) {
            Entry entry = reader.next();
            while (entry != null) {
                entries.add(entry);
                entry = reader.next();
            }
        }
        return entries;
    }

    static FileContent utf8(String text) {
        return FileContent.of(text.getBytes(StandardCharsets.UTF_8));
    }
}
