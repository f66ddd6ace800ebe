package com.spendtracker.bankfiles.camt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIOException;

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
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is read from CAMT files of all kinds and versions, and what is refused. */
class CamtFileTests {
    private static final String NAMESPACE = "urn:iso:std:iso:20022:tech:xsd:camt.";
    private static final String ACCOUNT =
            "<Acct><Id><IBAN>DE02 1203 0000 0000 2020 51</IBAN></Id><Ccy>EUR</Ccy><Nm>Giro</Nm></Acct>";
    private static final String DAY = "<BookgDt><Dt>2026-01-02</Dt></BookgDt>";
    private static final String BOOKED = "<Sts>BOOK</Sts>" + DAY;
    private static final LocalDate SECOND = LocalDate.of(2026, 1, 2);

    @Test
    void nextWhenAStatementIsCompleteThenAllOfIt() throws Exception {
        var entries = read(statement(ACCOUNT
                + balance("OPBD", "10.00", "CRDT", "2026-01-01")
                + balance("CLAV", "99.00", "CRDT", "2026-01-02")
                + balance("CLBD", "2.50", "DBIT", "2026-01-02")
                + entry(
                        "12.50",
                        "DBIT",
                        "<AcctSvcrRef>ref-1</AcctSvcrRef>"
                                + details(party("Cdtr", "Café &amp; Bar") + party("Dbtr", "Me")
                                        + "<RmtInf><Ustrd>Lunch\n for two</Ustrd><Ustrd>again</Ustrd></RmtInf>"))));
        assertThat(entries)
                .containsExactly(
                        new StatementStart(1, new AccountReference("DE02120300000000202051", "Giro", "EUR")),
                        booking("-12.50")
                                .withReference("ref-1")
                                .withPayee("Café & Bar")
                                .withDescription("Lunch for two again"),
                        new StatementEnd(
                                2,
                                new Balance(LocalDate.of(2026, 1, 1), new BigDecimal("10.00"), "EUR"),
                                new Balance(SECOND, new BigDecimal("-2.50"), "EUR")));
    }

    @ParameterizedTest
    @CsvSource({
        "052.001.01, BkToCstmrAcctRptV01, Rpt",
        "052.001.08, BkToCstmrAcctRpt, Rpt",
        "053.001.02, BkToCstmrStmt, Stmt",
        "053.001.13, BkToCstmrStmt, Stmt",
        "054.001.04, BkToCstmrDbtCdtNtfctn, Ntfctn"
    })
    void nextWhenKindOrVersionIsAnotherThenTheSame(String version, String message, String statement) throws Exception {
        var entries = read("<Document xmlns='" + NAMESPACE + version + "'><" + message
                + "><GrpHdr><MsgId>1</MsgId></GrpHdr><" + statement + ">" + ACCOUNT + entry("1", "CRDT", "") + "</"
                + statement + "></" + message + "></Document>");
        assertThat(bookings(entries)).extracting(Booking::amount).containsExactly(new BigDecimal("1"));
        assertThat(entries).hasSize(3);
    }

    @Test
    void nextWhenElementsArePrefixedAndEnvelopedThenTheSame() throws Exception {
        var entries = read("<e:Envelope xmlns:e='urn:any'><e:Header/><c:Document xmlns:c='" + NAMESPACE + "053.001.08'>"
                + "<c:BkToCstmrStmt><c:Stmt><c:Ntry><c:Amt Ccy='EUR'>1.00</c:Amt><c:CdtDbtInd>CRDT</c:CdtDbtInd>"
                + "<c:Sts><c:Cd>BOOK</c:Cd></c:Sts><c:BookgDt><c:DtTm>2026-01-02T23:59:59-08:00</c:DtTm></c:BookgDt>"
                + "</c:Ntry></c:Stmt></c:BkToCstmrStmt></c:Document></e:Envelope>");
        assertThat(entries).contains(booking(1, "1.00"));
    }

    @Test
    void nextWhenThereAreSeveralStatementsThenEachHasItsAccount() throws Exception {
        var entries =
                read(statements("<Stmt>" + ACCOUNT + entry("1", "CRDT", "") + "</Stmt><Stmt><Acct><Id><Othr><Id>77</Id>"
                        + "</Othr></Id></Acct>" + balance("PRCD", "5", "CRDT", "2026-01-01") + "</Stmt>"));
        assertThat(entries)
                .filteredOn(StatementStart.class::isInstance)
                .extracting(entry -> ((StatementStart) entry).account())
                .containsExactly(
                        new AccountReference("DE02120300000000202051", "Giro", "EUR"),
                        new AccountReference("77", null, "EUR"));
        assertThat(entries.getLast()).isInstanceOfSatisfying(StatementEnd.class, end -> {
            assertThat(end.opening()).isNotNull();
            assertThat(end.closing()).isNull();
        });
    }

    @Test
    void nextWhenNothingSaysTheCurrencyThenItIsTheEntries() throws Exception {
        var entries = read(statement("<Acct><Id><Othr><Id>7</Id></Othr></Id></Acct>" + entry("1", "CRDT", "")));
        assertThat(entries).contains(new StatementStart(1, new AccountReference("7", null, "EUR")));
    }

    @Test
    void nextWhenABalanceIsInAnotherCurrencyThenItIsNotTheAccounts() throws Exception {
        var entries = read(statement(
                ACCOUNT + balance("CLBD", "5", "CRDT", "2026-01-01").replace("EUR", "SEK") + entry("1", "CRDT", "")));
        assertThat(entries.getLast())
                .isInstanceOfSatisfying(
                        StatementEnd.class, end -> assertThat(end.closing()).isNull());
    }

    @ParameterizedTest
    @ValueSource(strings = {"<Ccy>USD</Ccy>", ""})
    void nextWhenAnEntryIsInAnotherCurrencyThanItsAccountThenTheFileIsUnreadable(String currency) {
        var file = statement("<Acct><Id><Othr><Id>7</Id></Othr></Id>" + currency + "</Acct>"
                + balance("OPBD", "5", "CRDT", "2026-01-01").replace("EUR", "USD")
                + entry("1", "CRDT", ""));
        assertThatExceptionOfType(UnreadableFileException.class)
                .isThrownBy(() -> read(file))
                .withMessage("The file has an entry in EUR on an account in USD (line 2)")
                .satisfies(e -> assertThat(e.line()).isEqualTo(2));
    }

    @Test
    void nextWhenABookingIsReversedThenItsMarkIsAsItStands() throws Exception {
        var entries = read(statement(ACCOUNT + entry("3.10", "CRDT", "<RvslInd>true</RvslInd>")));
        assertThat(entries).contains(booking("3.10"));
    }

    @Test
    void nextWhenThereIsNoDayOfBookingThenThatOfValue() throws Exception {
        var entries = read(statement(ACCOUNT
                + entry("1", "CRDT", "<ValDt><Dt>2026-01-05+01:00</Dt></ValDt>").replace(DAY, "")));
        assertThat(bookings(entries)).extracting(Booking::date).containsExactly(LocalDate.of(2026, 1, 5));
    }

    @Test
    void nextWhenEntriesAreNotBookedThenTheyAreCounted() throws Exception {
        var pending = "<Ntry><Amt Ccy='USD'>9</Amt><CdtDbtInd>DBIT</CdtDbtInd><Sts>PDNG</Sts></Ntry>";
        var entries =
                read(statement(ACCOUNT + pending + entry("1", "CRDT", "") + pending.replace("PDNG", "<Cd>INFO</Cd>")));
        assertThat(bookings(entries)).hasSize(1);
        assertThat(entries)
                .contains(
                        new Remark(2, "2 entries are left out: they are not booked, but pending or for information."));
        assertThat(read(statement(ACCOUNT + pending)))
                .hasSize(3)
                .contains(new Remark(1, "One entry is left out: it is not booked, but pending or for information."));
    }

    @ParameterizedTest
    @CsvSource({"DBIT, Cdtr, Dbtr", "CRDT, Dbtr, Cdtr", "DBIT, UltmtCdtr, Dbtr", "CRDT, UltmtDbtr, Cdtr"})
    void nextWhenPartiesAreNamedThenThePayeeIsTheOtherSide(String mark, String other, String own) throws Exception {
        var plain = details(party(own, "Own") + party(other, "Other"));
        var nested = plain.replace("<Nm>", "<Pty><Nm>").replace("</Nm>", "</Nm></Pty>");
        assertThat(bookings(read(statement(ACCOUNT + entry("1", mark, plain) + entry("1", mark, nested)))))
                .extracting(Booking::payee)
                .containsExactly("Other", "Other");
    }

    @Test
    void nextWhenThereAreOnlyReferencesOrAdditionsThenTheyDescribe() throws Exception {
        var strd = details(
                "<RmtInf><Strd><RfrdDocInf><Nb>INV 7</Nb></RfrdDocInf><CdtrRefInf><Ref>RF18</Ref></CdtrRefInf></Strd>"
                        + "</RmtInf><AddtlTxInf>more</AddtlTxInf>");
        var transaction = details("<AddtlTxInf>more</AddtlTxInf>") + "<AddtlNtryInf>most</AddtlNtryInf>";
        var entry = "<AddtlNtryInf>most</AddtlNtryInf>";
        var entries = read(statement(
                ACCOUNT + entry("1", "CRDT", strd) + entry("1", "CRDT", transaction) + entry("1", "CRDT", entry)));
        assertThat(bookings(entries)).extracting(Booking::description).containsExactly("RF18 INV 7", "more", "most");
    }

    @Test
    void nextWhenABatchHasSeveralTransactionsThenItIsOneBooking() throws Exception {
        var two = "<NtryDtls><TxDtls>" + party("Dbtr", "A") + "<AmtDtls><TxAmt><Amt Ccy='EUR'>1</Amt></TxAmt></AmtDtls>"
                + "</TxDtls><TxDtls>" + party("Dbtr", "B") + "</TxDtls></NtryDtls>";
        var entries = read(statement(
                ACCOUNT + entry("3", "CRDT", two) + entry("3", "CRDT", two + "<AddtlNtryInf>Sales</AddtlNtryInf>")));
        assertThat(bookings(entries))
                .containsExactly(
                        booking("3").withDescription("2 transactions"),
                        booking(3, "3").withDescription("Sales (2 transactions)"));
    }

    @Test
    void nextWhenTheReferenceIsNoneThenThereIsNone() throws Exception {
        var entries = read(statement(ACCOUNT + entry("3", "CRDT", "<AcctSvcrRef>NOTPROVIDED</AcctSvcrRef>")));
        assertThat(entries).contains(booking("3"));
    }

    @ParameterizedTest
    @CsvSource({
        "<Amt Ccy='EUR'>1.00</Amt>, '', amount, must be a number without sign: it is missing",
        "1.00, -1.00, amount, must be a number without sign: -1.00",
        "1.00, 1e9, amount, must be a number without sign: 1e9",
        "1.00, '1,00', amount, 'must be a number without sign: 1,00'",
        "CRDT, XXXX, amount, must be marked as credit or debit: XXXX",
        "2026-01-02, 2026-02-31, date, must be a day as yyyy-MM-dd: 2026-02-31",
        "<BookgDt><Dt>2026-01-02</Dt></BookgDt>, '', date, must be a day as yyyy-MM-dd: it is missing"
    })
    void nextWhenAnEntryIsUnusableThenTheRowIsRejected(String is, String becomes, String field, String reason)
            throws Exception {
        var bad = entry("1.00", "CRDT", "").replace(is, becomes);
        var entries = read(statement(ACCOUNT + bad + entry("2", "DBIT", "")));
        assertThat(entries.get(1)).isInstanceOfSatisfying(RejectedRow.class, row -> {
            assertThat(row.line()).isEqualTo(2);
            assertThat(row.field()).isEqualTo(field);
            assertThat(row.reason()).isEqualTo(reason);
            assertThat(row.excerpt()).contains("Sts: BOOK");
        });
        assertThat(entries).contains(booking(3, "-2"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "ISO-8859-1", "UTF-16"})
    void nextWhenAnEncodingIsDeclaredThenItIsReadInIt(String charset) throws Exception {
        var text = "<?xml version='1.0' encoding='" + charset + "'?>"
                + statement(ACCOUNT + entry("1", "DBIT", details(party("Cdtr", "Zoë"))));
        assertThat(bookings(read(text.getBytes(Charset.forName(charset)))))
                .extracting(Booking::payee)
                .containsExactly("Zoë");
    }

    @Test
    void nextWhenATextIsFullOfEscapesThenItIsReadWhole() throws Exception {
        var escapes = "<Ustrd>" + "&amp;&#33;".repeat(5_000) + "</Ustrd>";
        var entries = read(statement(ACCOUNT + entry("1", "DBIT", details("<RmtInf>" + escapes + "</RmtInf>"))));
        assertThat(bookings(entries)).extracting(Booking::description).containsExactly("&!".repeat(5_000));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "\u0000\u0001",
                "Date;Amount\n2026-01-01;5",
                "<html><body/></html>",
                "<Document/>",
                "<Document xmlns='urn:iso:std:iso:20022:tech:xsd:pain.001.001.03'><CstmrCdtTrfInitn/></Document>",
                "<Document xmlns='urn:iso:std:iso:20022:tech:xsd:camt.053.001.02'/>",
                "<Document xmlns='urn:iso:std:iso:20022:tech:xsd:camt.053.001.02'><BkToCstmrStmt><GrpHdr/></BkToCstmrStmt></Document>",
                "<?xml version='1.0' encoding='nonsense'?><Document/>"
            })
    void nextWhenItIsNoStatementThenTheFileIsUnreadable(String text) {
        assertThatExceptionOfType(UnreadableFileException.class).isThrownBy(() -> read(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<!DOCTYPE Document>",
                "<!DOCTYPE Document SYSTEM 'http://127.0.0.1:9/evil.dtd'>",
                "<!DOCTYPE Document [<!ENTITY x SYSTEM 'file:///etc/passwd'>]>",
                "<!DOCTYPE Document [<!ENTITY % x SYSTEM 'file:///etc/passwd'> %x;]>",
                "<!DOCTYPE Document [<!ENTITY a 'ha'><!ENTITY b '&a;&a;&a;&a;'><!ENTITY x '&b;&b;&b;&b;'>]>",
                ""
            })
    void nextWhenEntitiesAreDeclaredOrUsedThenTheFileIsUnreadable(String type) {
        var text = type + statement(ACCOUNT + entry("1", "DBIT", details(party("Cdtr", "&x;"))));
        assertThatExceptionOfType(UnreadableFileException.class)
                .isThrownBy(() -> read(text))
                .satisfies(e -> assertThat(e.line()).isNotNull());
    }

    @Test
    void nextWhenTheFileIsCutAnywhereThenItIsUnreadable() {
        var whole = statement(ACCOUNT + entry("1", "DBIT", details(party("Cdtr", "A"))));
        for (int length = 0; length < whole.length(); length++) {
            var cut = whole.substring(0, length);
            assertThatExceptionOfType(UnreadableFileException.class).as(cut).isThrownBy(() -> read(cut));
        }
    }

    @Test
    void nextWhenBytesAreBrokenThenItIsUnreadableOrReadButNoOtherFailure() throws Exception {
        var random = new Random(7);
        var whole = statement(ACCOUNT + entry("1", "DBIT", details(party("Cdtr", "Zoë"))))
                .getBytes(StandardCharsets.UTF_8);
        int unreadable = 0;
        for (int i = 0; i < 3_000; i++) {
            var broken = whole.clone();
            broken[random.nextInt(broken.length)] = (byte) random.nextInt();
            try {
                assertThat(read(broken)).isNotEmpty();
            } catch (UnreadableFileException _) {
                unreadable++;
            }
        }
        assertThat(unreadable).isPositive();
    }

    @Test
    void nextWhenATextOrTheDepthIsEndlessThenTheFileIsUnreadable() {
        var text = details("<AddtlTxInf>" + "x".repeat(70_000) + "</AddtlTxInf>");
        var deep = "<a>".repeat(100) + "</a>".repeat(100);
        for (var hostile : List.of(text, deep)) {
            assertThatExceptionOfType(UnreadableFileException.class)
                    .isThrownBy(() -> read(statement(ACCOUNT + entry("1", "DBIT", hostile))))
                    .withMessageContaining("any bank");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"<!--", "<Ntry a='", "<![CDATA[", "<?p "})
    void nextWhenATokenIsEndlessThenItIsNotTakenIn(String token) {
        var endless = new EndlessStream();
        var start = ("<Document xmlns='" + NAMESPACE + "053.001.02'><BkToCstmrStmt><Stmt>" + token)
                .getBytes(StandardCharsets.UTF_8);
        var content = streaming(new SequenceInputStream(new ByteArrayInputStream(start), endless));
        assertThatExceptionOfType(UnreadableFileException.class).isThrownBy(() -> read(content));
        assertThat(endless.given).isLessThan(4L * 1024 * 1024);
    }

    @Test
    void nextWhenTheStreamFailsThenThatIsTheFailure() {
        var failing = new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("disk");
            }

            @Override
            public int read(byte[] target, int offset, int length) throws IOException {
                return read();
            }
        };
        var start = "<Document>".getBytes(StandardCharsets.UTF_8);
        var content = streaming(new SequenceInputStream(new ByteArrayInputStream(start), failing));
        assertThatIOException().isThrownBy(() -> read(content)).withMessage("disk");
    }

    @Test
    void nextWhenThereAreManyEntriesThenAllOfThem() throws Exception {
        int count = 20_000;
        var entries = read(statement(ACCOUNT
                + String.join("", Collections.nCopies(count, entry("1.01", "DBIT", details(party("Cdtr", "A")))))));
        assertThat(entries).hasSize(count + 2);
    }

    private static Booking booking(String amount) {
        return booking(2, amount);
    }

    private static Booking booking(int line, String amount) {
        return Booking.of(line, SECOND, new BigDecimal(amount)).withCurrency("EUR");
    }

    private static List<Booking> bookings(List<Entry> entries) {
        return entries.stream()
                .filter(Booking.class::isInstance)
                .map(Booking.class::cast)
                .toList();
    }

    private static String statement(String content) {
        return statements("<Stmt><Id>1</Id>" + content + "</Stmt>");
    }

    private static String statements(String content) {
        return "<Document xmlns='" + NAMESPACE + "053.001.02'><BkToCstmrStmt><GrpHdr><MsgId>1</MsgId></GrpHdr>"
                + content + "</BkToCstmrStmt></Document>";
    }

    private static String balance(String type, String amount, String mark, String date) {
        return "<Bal><Tp><CdOrPrtry><Cd>" + type + "</Cd></CdOrPrtry></Tp><Amt Ccy='EUR'>" + amount
                + "</Amt><CdtDbtInd>" + mark + "</CdtDbtInd><Dt><Dt>" + date + "</Dt></Dt></Bal>";
    }

    /** An entry on a line of its own. */
    private static String entry(String amount, String mark, String more) {
        return "\n<Ntry><Amt Ccy='EUR'>" + amount + "</Amt><CdtDbtInd>" + mark + "</CdtDbtInd>" + BOOKED
                + more.replace("\n", " ") + "</Ntry>";
    }

    private static String details(String content) {
        return "<NtryDtls><TxDtls>" + content + "</TxDtls></NtryDtls>";
    }

    private static String party(String role, String name) {
        return "<RltdPties><" + role + "><Nm>" + name + "</Nm></" + role + "></RltdPties>";
    }

    private static FileContent streaming(InputStream in) {
        return new FileContent() {
            @Override
            public long size() {
                return Long.MAX_VALUE;
            }

            @Override
            public InputStream open() {
                return in;
            }
        };
    }

    private static List<Entry> read(String text) throws IOException, UnreadableFileException {
        return read(text.getBytes(StandardCharsets.UTF_8));
    }

    private static List<Entry> read(byte[] bytes) throws IOException, UnreadableFileException {
        return read(FileContent.of(bytes));
    }

    private static List<Entry> read(FileContent content) throws IOException, UnreadableFileException {
        var entries = new ArrayList<Entry>();
        try (var reader = CamtFile.open(content)) {
            for (var entry = reader.next(); entry != null; entry = reader.next()) {
                entries.add(entry);
            }
        }
        return entries;
    }

    /** Gives the same byte for ever and counts. */
    private static final class EndlessStream extends InputStream {
        private long given;

        @Override
        public int read() {
            given++;
            return 'x';
        }

        @Override
        public int read(byte[] target, int offset, int length) {
            given += length;
            Arrays.fill(target, offset, offset + length, (byte) 'x');
            return length;
        }
    }
}
