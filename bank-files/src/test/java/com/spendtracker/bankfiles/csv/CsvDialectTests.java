package com.spendtracker.bankfiles.csv;

import static com.spendtracker.bankfiles.csv.CsvFileTests.amounts;
import static com.spendtracker.bankfiles.csv.CsvFileTests.read;
import static com.spendtracker.bankfiles.csv.CsvFileTests.utf8;
import static org.assertj.core.api.Assertions.assertThat;

import com.spendtracker.bankfiles.Booking;
import com.spendtracker.bankfiles.DateOrder;
import com.spendtracker.bankfiles.Entry;
import com.spendtracker.bankfiles.FileContent;
import com.spendtracker.bankfiles.RejectedRow;
import java.nio.charset.Charset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is easily taken for something else in the files of banks. */
class CsvDialectTests {

    @Test
    void readWhenNothingCameInThenWhatWentOutIsStillNegative() throws Exception {
        assertThat(amounts("""
                Date,Details,Paid out,Paid in,Balance
                14/03/2026,Shop,20.00,,80.00
                15/03/2026,Café,5.00,,75.00
                """)).containsExactly("-20.00", "-5.00");
    }

    @Test
    void readWhenNothingCameInAndNoHeaderThenBalanceGivesTheSign() throws Exception {
        assertThat(amounts("""
                14/03/2026,Shop,20.00,,80.00
                15/03/2026,Café,5.00,,75.00
                """)).containsExactly("-20.00", "-5.00");
    }

    @Test
    void examineWhenNothingCameInAndNoHeaderThenEmptyColumnIsForCredits() throws Exception {
        CsvMapping.Columns columns = CsvFile.examine(utf8("""
                14/03/2026,Shop,20.00,,80.00
                15/03/2026,Café,5.00,,75.00
                """)).mapping().columns();
        assertThat(columns.debitColumn()).isEqualTo(2);
        assertThat(columns.creditColumn()).isEqualTo(3);
        assertThat(columns.balanceColumn()).isEqualTo(4);
    }

    @Test
    void readWhenOnlyADebitColumnThenNegative() throws Exception {
        assertThat(amounts("Date,Text,Debit\n2026-01-20,A,1.00\n2026-01-21,B,2.00\n"))
                .containsExactly("-1.00", "-2.00");
    }

    @Test
    void readWhenWholeNumbersUnderKnownHeadersThenAmounts() throws Exception {
        assertThat(amounts("Date,Payee,Withdrawal,Deposit,Balance\n2026-01-20,A,1000,,5000\n2026-01-21,B,,300,5300\n"))
                .containsExactly("-1000", "300");
        assertThat(amounts("Date,Payee,Amount\n2026-01-20,A,1000\n2026-01-21,B,300\n"))
                .containsExactly("1000", "300");
    }

    @Test
    void readWhenARowHasDebitAndCreditThenBothCount() throws Exception {
        assertThat(amounts("""
                Date,Text,Debit,Credit
                2026-01-20,A,1.00,
                2026-01-21,A,,2.00
                2026-01-22,A,1.50,3.00
                """)).containsExactly("-1.00", "2.00", "1.50");
    }

    @Test
    void readWhenOneOfDebitAndCreditIsBrokenThenRejected() throws Exception {
        List<Entry> entries = read("""
                Date,Text,Debit,Credit
                2026-01-20,A,1.00,
                2026-01-21,A,,2.00
                2026-01-22,A,12x,3.00
                2026-01-23,A,-,4.00
                """);
        assertThat(entries)
                .filteredOn(RejectedRow.class::isInstance)
                .extracting(Entry::line)
                .containsExactly(4);
    }

    @Test
    void readWhenNumbersOfTransactionsComeFirstThenTheyAreNoAmounts() throws Exception {
        assertThat(amounts("2026-03-14,TX1001,Shop,-4.50\n2026-03-15,TX1002,Bar,-5.50\n"))
                .containsExactly("-4.50", "-5.50");
    }

    @Test
    void readWhenBalanceStandsBeforeTheAmountThenItIsNoAmount() throws Exception {
        assertThat(amounts("""
                2026-01-20,Shop,99.00,-1.00
                2026-01-21,Shop,97.00,-2.00
                2026-01-22,Pay,100.00,3.00
                """)).containsExactly("-1.00", "-2.00", "3.00");
    }

    @Test
    void readWhenWordsForTheDirectionStandUnderAnyHeaderThenSigned() throws Exception {
        assertThat(amounts("Data;Segno;Descrizione;Importo\n27.02.2026;Dare;Luce;5,00\n26.02.2026;Avere;Paga;6,00\n"))
                .containsExactly("-5.00", "6.00");
    }

    @Test
    void readWhenDirectionIsASignInAColumnOfItsOwnThenSigned() throws Exception {
        assertThat(amounts("Date,Sign,Text,Amount\n2026-01-20,-,Shop,1.00\n2026-01-21,+,Pay,2.00\n"))
                .containsExactly("-1.00", "2.00");
    }

    @Test
    void readWhenKindsOfCreditsAreNamedThenNoneIsRejected() throws Exception {
        assertThat(amounts("Date,Type,Text,Amount\n2026-01-20,Deposit,A,1.00\n2026-01-21,Interest,B,2.00\n"))
                .containsExactly("1.00", "2.00");
    }

    @Test
    void examineWhenMonthsAreWordsThenNothingIsOpen() throws Exception {
        CsvGuess guess = CsvFile.examine(utf8("Date,Text,Amount\n04 Mar 2026,A,-1.00\n"));
        assertThat(guess.questions()).isEmpty();
        assertThat(guess.mapping().dateOrder()).isEqualTo(DateOrder.DMY);
    }

    @Test
    void readWhenDirectionIsAnUnknownWordThenRejected() throws Exception {
        StringBuilder text = new StringBuilder("Date,Direction,Description,Amount\n");
        text.repeat("2026-01-20,OUT,Shop,1.00\n", 300).append("2026-01-22,UNKNOWN,Bank,1.50\n");
        assertThat(read(text.toString()).getLast()).isInstanceOfSatisfying(RejectedRow.class, row -> {
            assertThat(row.line()).isEqualTo(302);
            assertThat(row.field()).isEqualTo("type");
        });
    }

    @Test
    void examineWhenOneDateContradictsAllOthersThenMostDecideAndItAsks() throws Exception {
        StringBuilder text = new StringBuilder("Date,Text,Amount\n");
        text.repeat("03/25/2026,A,-1.00\n", 20).append("31/12/2025,X,-2.00\n");
        CsvGuess guess = CsvFile.examine(utf8(text.toString()));
        assertThat(guess.mapping().dateOrder()).isEqualTo(DateOrder.MDY);
        assertThat(guess.questions()).singleElement().satisfies(question -> {
            assertThat(question.choices()).containsExactly("MDY", "DMY");
            assertThat(question.why()).contains("31/12/2025 in line 22").contains("03/25/2026 in line 2");
        });
    }

    @Test
    void examineWhenADateIsImpossibleThenItDecidesNothing() throws Exception {
        CsvGuess guess = CsvFile.examine(utf8("Date,Text,Amount\n01/25/2026,A,-1.00\n99/12/2026,A,-1.00\n"));
        assertThat(guess.mapping().dateOrder()).isEqualTo(DateOrder.MDY);
        assertThat(guess.questions()).isEmpty();
    }

    @Test
    void examineWhenOneAmountFarDownProvesTheSeparatorThenNoQuestion() throws Exception {
        StringBuilder text = new StringBuilder("Date;Text;Amount\n");
        text.repeat("2026-01-20;A;1,234\n", 300).append("2026-01-21;B;5,50\n");
        CsvGuess guess = CsvFile.examine(utf8(text.toString()));
        assertThat(guess.questions()).isEmpty();
        assertThat(guess.mapping().decimalSeparator()).isEqualTo(',');
    }

    @ParameterizedTest
    @CsvSource({"'-1,234',.", "'-1.234',','"})
    void examineWhenThreeDigitsFollowTheSeparatorThenThousandsAreLikelier(String amount, char decimal)
            throws Exception {
        CsvGuess guess = CsvFile.examine(utf8("Date;Text;Amount\n2026-01-20;A;" + amount + "\n"));
        assertThat(guess.mapping().decimalSeparator()).isEqualTo(decimal);
        assertThat(guess.questions())
                .singleElement()
                .satisfies(question -> assertThat(question.choices()).first().isEqualTo(String.valueOf(decimal)));
    }

    @Test
    void examineWhenZeroStandsBeforeTheSeparatorThenItIsOfDecimals() throws Exception {
        CsvGuess guess = CsvFile.examine(utf8("Date;Text;Amount\n2026-01-20;A;0,500\n"));
        assertThat(guess.questions()).isEmpty();
        assertThat(guess.mapping().decimalSeparator()).isEqualTo(',');
    }

    @ParameterizedTest
    @ValueSource(strings = {"Kontostand;28.02.2026;1.234,56", "Kontostand;28.02.2026;1.234,56;;"})
    void readWhenPreambleHasADateAndAnAmountThenItIsNoRow(String preamble) throws Exception {
        assertThat(amounts(preamble + """


                Datum;Text;Name;Betrag;Info
                27.02.2026;a;b;-5,00;x
                26.02.2026;a;b;-6,00;x
                """)).containsExactly("-5.00", "-6.00");
    }

    @Test
    void readWhenFirstRowsAreBrokenThenRejectedAndNotTakenForAHeader() throws Exception {
        String rows = "2026-02-30,Shop,-4.50\n2026-02-31,Shop,-4.50\n2026-03-14,Shop,-4.50\n2026-03-15,Shop,-5.50\n";
        assertThat(read(rows)).extracting(Entry::line).containsExactly(1, 2, 3, 4);
        assertThat(read("Date,Text,Amount\n" + rows)).extracting(Entry::line).containsExactly(2, 3, 4, 5);
        assertThat(read("Date,Text,Amount\nsoon,Shop,much\n" + rows)).hasSize(5);
    }

    @Test
    void readWhenIdentifierIsNotOfTheBookingThenNoReference() throws Exception {
        assertThat(first(
                                "Buchungstag;Gläubiger ID;Zweck;Betrag\n27.02.2026;DE98;Strom;-5,00\n26.02.2026;DE99;Gas;-6,00\n")
                        .reference())
                .isNull();
        assertThat(first("ID,Date,Amount\nx1,2026-01-20,-1.00\nx2,2026-01-21,-1.00\n")
                        .reference())
                .isEqualTo("x1");
    }

    @Test
    void readWhenAccountsHaveNamesTooThenPayeeIsTheOtherSide() throws Exception {
        assertThat(first("Date,Account name,Description,Amount\n2026-01-20,Main,Shop,-1.00\n")
                        .payee())
                .isNull();
        assertThat(first("Date,Counterparty account,Counterparty name,Amount\n2026-01-20,DE123,Shop,-1.00\n")
                        .payee())
                .isEqualTo("Shop");
    }

    @ParameterizedTest
    @CsvSource({
        "windows-1252,VIREMENT à PAUL",
        "windows-1252,Café\u2019s déjà «vu»",
        "windows-1252,É. Dupont",
        "ISO-8859-15,'Größe, 5 \u20ac'"
    })
    void readWhenSingleByteTextHasWordsOfOneLetterThenItIsNotDamaged(String charset, String payee) throws Exception {
        byte[] bytes = ("Date;Payee;Montant\n20/01/2026;" + payee + ";-1,00\n").getBytes(Charset.forName(charset));
        FileContent content = FileContent.of(bytes);
        CsvMapping mapping = CsvFile.examine(content).mapping();
        assertThat(mapping.encoding()).isEqualTo(charset);
        assertThat(((Booking) read(content, mapping).getFirst()).payee()).isEqualTo(payee);
    }

    private static Booking first(String text) throws Exception {
        return (Booking) read(text).getFirst();
    }
}
