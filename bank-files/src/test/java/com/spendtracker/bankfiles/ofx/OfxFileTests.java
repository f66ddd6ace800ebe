package com.spendtracker.bankfiles.ofx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.spendtracker.bankfiles.AccountReference;
import com.spendtracker.bankfiles.Balance;
import com.spendtracker.bankfiles.Booking;
import com.spendtracker.bankfiles.Entry;
import com.spendtracker.bankfiles.FileContent;
import com.spendtracker.bankfiles.RejectedRow;
import com.spendtracker.bankfiles.Remark;
import com.spendtracker.bankfiles.StatementEnd;
import com.spendtracker.bankfiles.StatementStart;
import com.spendtracker.bankfiles.UnreadableFileException;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is read from OFX files of both syntaxes, and what is refused. */
class OfxFileTests {
    private static final String HEADER = "\n\nOFXHEADER:100\nENCODING:USASCII\nCHARSET:1252\n\n";
    private static final String BEGIN = "<OFX><STMTRS><CURDEF>EUR<BANKACCTFROM><BANKID>1 2<ACCTID>34</BANKACCTFROM>";
    private static final String END = "<LEDGERBAL><BALAMT>5,50<DTASOF>20260131</LEDGERBAL></STMTRS></OFX>";

    @Test
    void nextWhenTagsAreUnclosedThenTheWholeStatement() throws Exception {
        var entries = read(HEADER + BEGIN + "\n<STMTTRN>\n<DTPOSTED>20260102235959[-8:PST]\n<TRNAMT>-3,20\n<FITID>a1\n"
                + "<NAME>Café &amp; Bar\n<MEMO>Lunch&nbsp;&#33;\n<CHECKNUM>7\n</STMTTRN>\n" + END);
        assertThat(entries.getFirst())
                .isInstanceOfSatisfying(
                        StatementStart.class,
                        start -> assertThat(start.account()).isEqualTo(new AccountReference("12/34", null, "EUR")));
        assertThat(entries.get(1))
                .isEqualTo(Booking.of(8, LocalDate.of(2026, 1, 2), new BigDecimal("-3.20"))
                        .withReference("a1")
                        .withPayee("Café & Bar")
                        .withDescription("Lunch ! Check 7"));
        assertThat(entries.get(2))
                .isInstanceOfSatisfying(
                        StatementEnd.class,
                        end -> assertThat(end.closing())
                                .isEqualTo(new Balance(LocalDate.of(2026, 1, 31), new BigDecimal("5.50"), "EUR")));
    }

    @Test
    void nextWhenTagsAreEmptyThenNothingIsSaid() throws Exception {
        var entries = read(HEADER + "<OFX><STMTRS><CURDEF></CURDEF><STMTTRN><DTPOSTED>20260102</DTPOSTED>"
                + "<TRNAMT>1.00</TRNAMT><FITID></FITID><NAME></NAME><CURRENCY><CURSYM>AUD</CURSYM></CURRENCY>"
                + "<MEMO/></STMTTRN><LEDGERBAL><BALAMT></BALAMT></LEDGERBAL></STMTRS></OFX>");
        assertThat(entries.get(1))
                .isEqualTo(Booking.of(7, LocalDate.of(2026, 1, 2), new BigDecimal("1.00"))
                        .withCurrency("AUD"));
        assertThat(entries).hasSize(3);
    }

    @Test
    void nextWhenXmlHasACardAndInvestmentsThenOnlyTheCard() throws Exception {
        var entries = read("<?xml version=\"1.0\"?><?OFX OFXHEADER=\"200\"?><OFX><INVSTMTRS><STMTTRN></STMTTRN>"
                + "</INVSTMTRS><CCSTMTRS><CCACCTFROM><ACCTID>99</ACCTID></CCACCTFROM></CCSTMTRS></OFX>");
        assertThat(entries).hasSize(3);
        assertThat(entries.getFirst()).isInstanceOf(Remark.class);
        assertThat(entries.get(1)).isInstanceOf(StatementStart.class);
    }

    @Test
    void nextWhenDateOrAmountIsUnusableThenTheRowIsRejected() throws Exception {
        var entries = read(HEADER + BEGIN + "<STMTTRN><DTPOSTED>20260231<TRNAMT>1</STMTTRN>"
                + "<STMTTRN><DTPOSTED>20260201<TRNAMT>one</STMTTRN>" + END);
        assertThat(entries)
                .filteredOn(RejectedRow.class::isInstance)
                .map(entry -> ((RejectedRow) entry).field())
                .containsExactly("date", "amount");
    }

    @Test
    void nextWhenBookingsAreUnclosedThenEachHasAllOfItsFields() throws Exception {
        var entries = read(HEADER + BEGIN + "<BANKTRANLIST><STMTTRN><DTPOSTED>20260102<TRNAMT>-1<FITID>a<NAME>Shop"
                + "<STMTTRN><DTPOSTED>20260103<TRNAMT>-2<FITID>b<MEMO>Lunch</BANKTRANLIST>" + END);
        assertThat(entries.subList(1, entries.size()))
                .containsExactly(
                        Booking.of(7, LocalDate.of(2026, 1, 2), new BigDecimal("-1"))
                                .withReference("a")
                                .withPayee("Shop"),
                        Booking.of(7, LocalDate.of(2026, 1, 3), new BigDecimal("-2"))
                                .withReference("b")
                                .withDescription("Lunch"),
                        new StatementEnd(
                                7, null, new Balance(LocalDate.of(2026, 1, 31), new BigDecimal("5.50"), "EUR")));
    }

    @Test
    void nextWhenAGroupInABookingIsUnclosedThenTheFieldsAfterItAreNotLost() throws Exception {
        var entries = read(HEADER + BEGIN + "<STMTTRN><DTPOSTED>20260102<CURRENCY><CURSYM>AUD<TRNAMT>-1"
                + "<PAYEE><NAME>Shop<FITID>a<MEMO>Lunch</STMTTRN>" + END);
        assertThat(entries.get(1))
                .isEqualTo(Booking.of(7, LocalDate.of(2026, 1, 2), new BigDecimal("-1"))
                        .withCurrency("AUD")
                        .withReference("a")
                        .withPayee("Shop")
                        .withDescription("Lunch"));
    }

    @ParameterizedTest
    @CsvSource({"UTF-16LE,false", "UTF-16LE,true", "UTF-16BE,false", "UTF-16BE,true"})
    void nextWhenUtf16ThenItsText(Charset charset, boolean marked) throws Exception {
        var entries = read(
                (marked ? "\uFEFF" : "") + BEGIN + "<STMTTRN><DTPOSTED>20260102<TRNAMT>1<NAME>Caf\u00E9</STMTTRN>"
                        + END,
                charset);
        assertThat(((Booking) entries.get(1)).payee()).isEqualTo("Caf\u00E9");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "\u0000\u0001\u0002",
                "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><OFX>&e;</OFX>",
                "<!DOCTYPE x [<!ENTITY a \"b\"><!ENTITY c \"&a;&a;\">]><OFX>&c;</OFX>",
                "<OFX><STMTRS><STMTTRN><DTPOSTED>20260101<TRNAMT>12",
                "<OFX><STMTRS><STMTTRN><DTPOSTED>20260101<TRNAMT>12</STMTTRN>",
                "<OFX><STMTRS><STMTTRN><DTPOSTED>20260101</STMTRS></OFX>",
                "<OFX><STMTRS></STMTRS></OFX><OFX>"
            })
    void nextWhenTheFileCannotBeTrustedThenItIsUnreadable(String text) {
        assertThatExceptionOfType(UnreadableFileException.class).isThrownBy(() -> read(text));
    }

    @Test
    void nextWhenATextHasNoEndThenItIsUnreadable() {
        assertThatExceptionOfType(UnreadableFileException.class).isThrownBy(() -> read("<OFX>" + "x".repeat(70_000)));
    }

    private static List<Entry> read(String text) throws IOException, UnreadableFileException {
        return read(text, Charset.forName("windows-1252"));
    }

    private static List<Entry> read(String text, Charset charset) throws IOException, UnreadableFileException {
        var entries = new ArrayList<Entry>();
        try (var reader = OfxFile.open(FileContent.of(text.getBytes(charset)))) {
            for (var entry = reader.next(); entry != null; entry = reader.next()) {
                entries.add(entry);
            }
        }
        return entries;
    }
}
