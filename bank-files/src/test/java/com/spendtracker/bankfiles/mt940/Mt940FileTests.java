package com.spendtracker.bankfiles.mt940;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import com.spendtracker.bankfiles.AccountReference;
import com.spendtracker.bankfiles.Balance;
import com.spendtracker.bankfiles.Booking;
import com.spendtracker.bankfiles.Entry;
import com.spendtracker.bankfiles.FileContent;
import com.spendtracker.bankfiles.RejectedRow;
import com.spendtracker.bankfiles.StatementEnd;
import com.spendtracker.bankfiles.StatementStart;
import com.spendtracker.bankfiles.UnreadableFileException;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is read from MT940 files in the dialects of banks, and what is refused. */
class Mt940FileTests {
    private static final String BEGIN = ":20:S1\n:25:1002 0030/1234567\n:28C:1/1\n:60F:C260101EUR10,\n";
    private static final String END = ":62F:D260102EUR2,5\n";

    @Test
    void nextWhenAStatementIsCompleteThenAllOfIt() throws Exception {
        var entries = read(BEGIN + ":61:2601020103D12,50NTRFNONREF//B7\n:86:Lunch\n for two \n" + END
                + ":64:C260102EUR99,\n:65:C260103EUR99,\n:86:Thank you\n-\n");
        assertThat(entries)
                .containsExactly(
                        new StatementStart(4, new AccountReference("10020030/1234567", null, "EUR")),
                        booking("-12.50").withDescription("Lunch for two"),
                        new StatementEnd(
                                8,
                                new Balance(LocalDate.of(2026, 1, 1), new BigDecimal("10"), "EUR"),
                                new Balance(LocalDate.of(2026, 1, 2), new BigDecimal("-2.5"), "EUR")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "%s",
                "\uFEFF%s-",
                "\r\n%s-\r\n",
                "ABNANL2A\n940\nABNANL2A\n%s-\n",
                ":940:\n%s",
                "{1:F01BANKDEFFXXXX0000000000}{2:O9400000000000BANKDEFFXXXX00000000000000000000N}{4:\n%s-}",
                "{1:F01BANKDEFFXXXX0000000000}{2:I940BANKDEFFXXXXN}{3:{108:1}}{4:%s-}{5:{CHK:123456789ABC}}\n"
            })
    void nextWhenAnEnvelopeIsAroundThenTheSame(String envelope) throws Exception {
        var message = BEGIN + ":61:260102D1,NTRFNONREF\n:86:Text\n" + END;
        var twice = envelope.formatted(message) + envelope.formatted(message).replace("\uFEFF", "\n");
        for (var text : List.of(
                twice,
                twice.replace("\r\n", "\n").replace("\n", "\r\n"),
                twice.replace("\r", "").replace('\n', '\r'))) {
            var entries = read(text);
            assertThat(entries).hasSize(6);
            assertThat(bookings(entries)).extracting(Booking::description).containsExactly("Text", "Text");
        }
    }

    @Test
    void nextWhenPagesFollowEachOtherThenEachIsAStatement() throws Exception {
        var entries = read("""
                :20:A
                :25:7
                :60F:C260101USD1,
                :62M:C260101USD1,
                -
                :20:A
                :25:7
                :60M:C260101USD1,
                :62F:C260101USD1,
                -
                :25:8
                :60F:C260101EUR1,
                :62F:C260101EUR1,
                """);
        assertThat(entries)
                .filteredOn(StatementStart.class::isInstance)
                .extracting(entry -> ((StatementStart) entry).account())
                .containsExactly(
                        new AccountReference("7", null, "USD"),
                        new AccountReference("7", null, "USD"),
                        new AccountReference("8", null, "EUR"));
        assertThat(entries).hasSize(6);
    }

    @Test
    void nextWhenTheCurrencyIsBehindTheAccountThenItIsNoPartOfIt() throws Exception {
        var entries = read(":20:A\n:25:NL47INGB0000000000EUR\n:60F:C260101EUR1,\n:62F:C260101EUR1,\n");
        assertThat(entries.getFirst())
                .isEqualTo(new StatementStart(3, new AccountReference("NL47INGB0000000000", null, "EUR")));
    }

    @ParameterizedTest
    @CsvSource({
        "'C300,NTRFREF', 300",
        "'D300,NTRFREF', -300",
        "'CR0,99NTRFREF', 0.99",
        "'DR1,5S103REF', -1.5",
        "'RC7,00NSTONONREF', -7.00",
        "'RD7,00NSTONONREF', 7.00",
        "'RCR7,NSTONONREF', -7",
        "'RDR7,NSTONONREF', 7",
        "'EC7,FTRFNONREF', 7",
        "'ED7,NTRFNONREF', -7",
        "'C7,', 7"
    })
    void nextWhenALineIsMarkedThenTheAmountHasItsSign(String line, BigDecimal amount) throws Exception {
        assertThat(bookings(read(BEGIN + ":61:260102" + line + "\n" + END)))
                .extracting(Booking::amount)
                .containsExactly(amount);
        assertThat(bookings(read(BEGIN + ":61:2601020102" + line + "\n" + END)))
                .extracting(Booking::amount)
                .containsExactly(amount);
    }

    @ParameterizedTest
    @CsvSource({
        "2601020105, 2026-01-02",
        "2512310102, 2025-12-31",
        "790101, 2079-01-01",
        "800101, 1980-01-01",
        "991231, 1999-12-31",
        "240229, 2024-02-29",
        "250230, 2025-02-28",
        "240230, 2024-02-29"
    })
    void nextWhenALineHasDaysThenTheBookingIsOfTheDayOfValue(String days, LocalDate date) throws Exception {
        assertThat(bookings(read(BEGIN + ":61:" + days + "C1,NTRFNONREF\n" + END)))
                .extracting(Booking::date)
                .containsExactly(date);
    }

    @ParameterizedTest
    @CsvSource({
        "'261301C1,NTRFNONREF', date",
        "'260432C1,NTRFNONREF', date",
        "'260231C1,NTRFNONREF', date",
        "'2601C1,NTRFNONREF', date",
        "'yesterday', date",
        "'', date",
        "'260102X1,NTRFNONREF', ",
        "'260102C1.00NTRFNONREF', amount",
        "'260102C,NTRFNONREF', amount",
        "'260102C-1,NTRFNONREF', amount",
        "'260102C1,2,3NTRFNONREF', amount",
        "'260102C1234567890123456,NTRFNONREF', amount"
    })
    void nextWhenALineIsUnusableThenTheRowIsRejected(String line, @Nullable String field) throws Exception {
        var entries =
                read(BEGIN + ":61:" + line + "\nmore\n:86:of the bad one\n:61:260102C1,NTRFNONREF\n:86:Good\n" + END);
        assertThat(entries.get(1)).isInstanceOfSatisfying(RejectedRow.class, row -> {
            assertThat(row.line()).isEqualTo(5);
            assertThat(row.field()).isEqualTo(field);
            assertThat(row.excerpt()).isEqualTo(":61:" + line + " more");
        });
        assertThat(bookings(entries)).extracting(Booking::description).containsExactly("Good");
    }

    @ParameterizedTest
    @CsvSource({"'NTRFNONREF//B7', ", "'NCHK1234//B7', 1234", "'NTRFNONREF\nCard 5', Card 5", "'NTRFR1\nCard 5', Card 5"
    })
    void nextWhenThereAreNoDetailsThenTheLineDescribes(String line, @Nullable String description) throws Exception {
        assertThat(bookings(read(BEGIN + ":61:260102C1," + line + "\n" + END)))
                .extracting(Booking::description, Booking::reference)
                .containsExactly(tuple(description, null));
    }

    @ParameterizedTest
    @CsvSource({
        "'166?00GUTSCHRIFT?20EREF+E 1?21SVWZ+Rent of Janu?22ary?30BIC?31DE1?32Max M?33oritz', Max M oritz, Rent of Janu ary",
        "'166?00GUTSCHRIFT?20SVWZ+A word that is cut in t?21wo?60 and more?32Johann Wolfgang Maximilian ?33Goethe', "
                + "Johann Wolfgang Maximilian Goethe, A word that is cut in two and more",
        "'105?00LAST\nSCHRIFT?2\n0EREF+1MREF+2CRED+3SV\nWZ+Power bill ABWA+Other?3\n2Stadt\nwerke', Stadtwerke, Power bill",
        "'020?00ENTGELT?20Was it ?100?', , Was it",
        "'?20Only a purpose', , Only a purpose",
        "'805?00ABSCHLUSS?10931', , ABSCHLUSS",
        "'/TRTP/SEPA OVERBOEKING/IBAN/NL01/BIC/ABNANL2A/NAME/J. de\n Boer/REMI/Rent 1/2/EREF/NOTPROVIDED', "
                + "J. de Boer, Rent 1/2",
        "'/TRTP/iDEAL/NAME/Shop', Shop, iDEAL",
        "'/EREF//ORDP//NAME/Sender/REMI//ISDT/2026-01-02', Sender, ",
        "'/CNTP/NL01/INGBNL2A/A. Person/Town//REMI/USTD//Thanks/', A. Person, Thanks",
        "'GIRO  12 SHOP\nEUR 5', , GIRO 12 SHOP EUR 5",
        "'12?34 cannot be', , 12?34 cannot be",
        "'12/34/REMI/ no', , 12/34/REMI/ no",
        "'Text SVWZ+Just this', , Just this"
    })
    void nextWhenDetailsAreInADialectThenPayeeAndDescription(
            String details, @Nullable String payee, @Nullable String description) throws Exception {
        assertThat(bookings(read(BEGIN + ":61:260102C1,NTRFNONREF\n:86:" + details + "\n" + END)))
                .extracting(Booking::payee, Booking::description)
                .containsExactly(tuple(payee, description));
    }

    @Test
    void nextWhenALineOnlyLooksLikeATagThenItIsText() throws Exception {
        var entries = read(BEGIN + ":61:260102C1,NTRFNONREF\n:86:One\n:ab:two\n-three\n:6\n" + END);
        assertThat(bookings(entries)).extracting(Booking::description).containsExactly("One :ab:two -three :6");
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "windows-1252"})
    void nextWhenTextIsInEitherEncodingThenItIsTheSame(String charset) throws Exception {
        var text = BEGIN + ":61:260102C1,NTRFNONREF\n:86:Zoë €\n" + END;
        assertThat(bookings(read(text.getBytes(Charset.forName(charset)))))
                .extracting(Booking::description)
                .containsExactly("Zoë €");
    }

    @Test
    void nextWhenTheClosingBalanceIsInAnotherCurrencyThenItIsNotTheAccounts() throws Exception {
        assertThat(read(BEGIN + END.replace("EUR", "SEK")).getLast())
                .isInstanceOfSatisfying(
                        StatementEnd.class, end -> assertThat(end.closing()).isNull());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "\n\n",
                "\u0000\u0001",
                "Date;Amount\n2026-01-01;5",
                "<Document/>",
                ":20:A\n:25:7\n",
                ":20:A\n:25:7\n:28C:1\n:61:260102C1,NTRFNONREF\n:62F:C260102EUR1,\n",
                ":61:260102C1,NTRFNONREF\n",
                ":62F:C260102EUR1,\n",
                ":20:A\n:25:7\n:60F:C260101EUR1,\n",
                ":20:A\n:25:7\n:60F:C260101EUR1,\n:61:260102C1,NTRFNONREF\n:86:Text\n-\n",
                ":20:A\n:25:7\n:60F:C260101EUR1,\n:20:B\n:25:7\n:60F:C260101EUR1,\n:62F:C260101EUR1,\n",
                ":20:A\n:25:7\n:60F:C260101EUR1,\n:60F:C260101EUR1,\n:62F:C260101EUR1,\n",
                ":20:A\n:25:7\n:60F:1000 EUR\n:62F:C260101EUR1,\n",
                ":20:A\n:25:7\n:60F:C260101EUR1,\n:62F:C2601"
            })
    void nextWhenItIsNoWholeStatementThenTheFileIsUnreadable(String text) {
        assertThatExceptionOfType(UnreadableFileException.class).isThrownBy(() -> read(text));
    }

    @Test
    void nextWhenTheFileIsCutBeforeItsClosingBalanceThenItIsUnreadable() {
        var whole = BEGIN + ":61:260102C1,NTRFNONREF\n:86:166?20SVWZ+Text\n";
        for (int length = 0; length <= whole.length(); length++) {
            var cut = whole.substring(0, length);
            assertThatExceptionOfType(UnreadableFileException.class).as(cut).isThrownBy(() -> read(cut));
        }
    }

    @Test
    void nextWhenTheFileIsCutThenTheLineIsSaid() {
        assertThatExceptionOfType(UnreadableFileException.class)
                .isThrownBy(() -> read(BEGIN + ":61:260102C1,NTRFNONREF\n"))
                .withMessage("The file has a statement that ends without a closing balance (line 5)");
    }

    @Test
    void nextWhenALineOrFieldIsEndlessThenTheFileIsUnreadable() {
        var line = ":61:260102C1,NTRFNONREF\n:86:";
        for (var endless : List.of("x".repeat(10_000), "xxxxxxxxx\n".repeat(10_000))) {
            assertThatExceptionOfType(UnreadableFileException.class)
                    .isThrownBy(() -> read(BEGIN + line + endless + "\n" + END))
                    .withMessageContaining("longer than any bank writes");
        }
    }

    @Test
    void nextWhenBytesAreBrokenThenItIsUnreadableOrReadButNoOtherFailure() throws Exception {
        var random = new Random(7);
        var whole = (BEGIN + ":61:2601020103D12,50NTRFNONREF//B7\n:86:166?20SVWZ+Text?32Name\n" + END)
                .getBytes(StandardCharsets.UTF_8);
        int unreadable = 0;
        for (int i = 0; i < 5_000; i++) {
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
    void nextWhenThereAreManyLinesThenAllOfThem() throws Exception {
        int count = 50_000;
        var entries = read(BEGIN + ":61:260102C1,NTRFNONREF\n:86:166?20SVWZ+Text?32Name\n".repeat(count) + END);
        assertThat(entries).hasSize(count + 2);
    }

    private static Booking booking(String amount) {
        return Booking.of(5, LocalDate.of(2026, 1, 2), new BigDecimal(amount)).withCurrency("EUR");
    }

    private static List<Booking> bookings(List<Entry> entries) {
        return entries.stream()
                .filter(Booking.class::isInstance)
                .map(Booking.class::cast)
                .toList();
    }

    private static List<Entry> read(String text) throws IOException, UnreadableFileException {
        return read(text.getBytes(StandardCharsets.UTF_8));
    }

    private static List<Entry> read(byte[] bytes) throws IOException, UnreadableFileException {
        var entries = new ArrayList<Entry>();
        try (var reader = Mt940File.open(FileContent.of(bytes))) {
            for (var entry = reader.next(); entry != null; entry = reader.next()) {
                entries.add(entry);
            }
        }
        return entries;
    }
}
