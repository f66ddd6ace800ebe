package com.spendtracker.bankfiles.qif;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.spendtracker.bankfiles.BankFormat;
import com.spendtracker.bankfiles.Booking;
import com.spendtracker.bankfiles.DateOrder;
import com.spendtracker.bankfiles.Entry;
import com.spendtracker.bankfiles.FileContent;
import com.spendtracker.bankfiles.FormatDetector;
import com.spendtracker.bankfiles.RejectedRow;
import com.spendtracker.bankfiles.Remark;
import com.spendtracker.bankfiles.StatementStart;
import com.spendtracker.bankfiles.UnreadableFileException;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is read from QIF files, asked about them, and refused. */
class QifFileTests {
    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            value = {
                "2/14'2020,MDY,2020-02-14", "1/ 1'00,MDY,2000-01-01", "14.02.2020,DMY,2020-02-14",
                "2020-02-14,DMY,2020-02-14", "3/4/69,DMY,2069-04-03", "3/4/70,MDY,1970-03-04"
            })
    void nextWhenADateIsWrittenInOneOfItsFormsThenThatDay(String text, DateOrder order, LocalDate day)
            throws Exception {
        assertThat(bookings("!Type:Bank\nD" + text + "\nT1\n", order).getFirst().date())
                .isEqualTo(day);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {"1,234.56;1234.56", "1.234,56;1234.56", "-12,5;-12.5", "1,234;1234", "1,234,567;1234567", "0.00;0"
            })
    void nextWhenAnAmountHasSeparatorsThenItsValue(String text, String value) throws Exception {
        assertThat(bookings("!Type:Bank\nD1/1/20\nT" + text + "\n^\n", DateOrder.MDY)
                        .getFirst()
                        .amount())
                .isEqualByComparingTo(value);
    }

    @Test
    void nextWhenABookingIsSplitThenItsParts() throws Exception {
        var booking = bookings(
                        "!Type:CCard\nD1/2/20\nT-10\nLA:B/Class\nS[Savings]\n$-9\nSFood/x\nEmemo\n$-1\n^\n",
                        DateOrder.MDY)
                .getFirst();
        assertThat(booking.category()).isEqualTo("A:B");
        assertThat(booking.parts()).hasSize(2);
        assertThat(booking.parts().getFirst().transferTo()).isEqualTo("Savings");
        assertThat(booking.parts().getLast().category()).isEqualTo("Food");
    }

    @Test
    void nextWhenAPartHasADayOfItsOwnThenItIsStillAPart() throws Exception {
        assertThat(bookings("!Type:Bank\nD1/2/20\nT-10\nPShop\nSFood\nD1/3/20\n$-4\nSGifts\n$-6\n^\n", DateOrder.MDY))
                .singleElement()
                .satisfies(booking -> assertThat(booking.parts()).hasSize(2))
                .satisfies(booking -> assertThat(booking.date()).isEqualTo("2020-01-02"));
    }

    @Test
    void nextWhenPartsDoNotSumThenTheRowIsRejected() throws Exception {
        assertThat(read("!Type:Bank\nD1/2/20\nT-10\nSA\n$-9\n^\n", DateOrder.MDY))
                .singleElement()
                .isInstanceOfSatisfying(
                        RejectedRow.class, row -> assertThat(row.field()).isEqualTo("split"));
    }

    @Test
    void nextWhenADayOrAnAmountIsMissingThenTheRowIsRejectedAndSaysSo() throws Exception {
        assertThat(read("!Type:Bank\nT-10\nPShop\n^\nD1/2/20\nPShop\n^\n", DateOrder.MDY))
                .extracting(entry -> ((RejectedRow) entry).reason())
                .containsExactly("must be a day as MDY: it is missing", "must be a number: it is missing");
    }

    @Test
    void nextWhenTheMarkBetweenTwoBookingsIsMissingThenBothAreThere() throws Exception {
        assertThat(bookings("!Type:Bank\nD1/2/20\nT-10\nPShop\nD1/3/20\nT-20\nPCafe\n^\n", DateOrder.MDY))
                .extracting(Booking::payee)
                .containsExactly("Shop", "Cafe");
    }

    @Test
    void nextWhenTheTotalComesFirstAndTheMarkIsMissingThenBothAreThere() throws Exception {
        assertThat(bookings("!Type:Bank\nT-10\nD1/2/20\nT-20\nD1/3/20\n^\n", DateOrder.MDY))
                .extracting(booking -> booking.amount().intValueExact())
                .containsExactly(-10, -20);
    }

    @Test
    void nextWhenAPartHasNoAmountThenTheReasonSaysSo() throws Exception {
        assertThat(read("!Type:Bank\nD1/2/20\nT-10\nSA\n$ten\n^\n", DateOrder.MDY))
                .singleElement()
                .isInstanceOfSatisfying(
                        RejectedRow.class,
                        row -> assertThat(row.reason()).isEqualTo("must have an amount in every part"));
    }

    @Test
    void nextWhenNotesStandAroundBookingsThenTheyBelongToNone() throws Exception {
        assertThat(read("!Type:Bank\n# one\nD1/2/20\n# P\nT-10\n^\n# two\n\n# three", DateOrder.MDY))
                .containsExactly(Booking.of(3, LocalDate.of(2020, 1, 2), new BigDecimal("-10")));
    }

    @Test
    void nextWhenLinesAreOfNoKnownFieldThenTheBookingsStayAndARemarkCountsThem() throws Exception {
        var entries = read("!Type:Bank\n-- begin\nD1/2/20\nzodd\nT-10\n^\n-- end\n", DateOrder.MDY);
        assertThat(entries.getFirst()).isEqualTo(Booking.of(3, LocalDate.of(2020, 1, 2), new BigDecimal("-10")));
        assertThat(entries.subList(1, entries.size()))
                .extracting(remark -> ((Remark) remark).text())
                .containsExactly(
                        "Left out, as QIF has no such field: 2 that begin with -.",
                        "Left out, as QIF has no such field: 1 that begin with z.");
    }

    @Test
    void nextWhenLinesOutsideBookingsLookLikeFieldsThenTheyAreARejectedRowOfTheirOwn() throws Exception {
        var entries = read("!Type:Bank\nD1/2/20\nT-10\n^\nTotal of all: -10\n", DateOrder.MDY);
        assertThat(entries).hasSize(2);
        assertThat(entries.getLast())
                .isInstanceOfSatisfying(
                        RejectedRow.class, row -> assertThat(row.excerpt()).isEqualTo("Total of all: -10"));
    }

    @Test
    void nextWhenPayeesAndMemosAreSeveralThenNoneIsLost() throws Exception {
        var booking = bookings("!Type:Bank\nD1/2/20\nT-10\nPShop\nPTown\nMa\nMb\nN7\n^\n", DateOrder.MDY)
                .getFirst();
        assertThat(booking.payee()).isEqualTo("Shop");
        assertThat(booking.description()).isEqualTo("Town a b Check 7");
    }

    @Test
    void nextWhenAnOptionStandsAmongBookingsThenThoseAfterItAreRead() throws Exception {
        var text = "!Type:Oth  A\nD1/2/20\nT1\n!Option:AllXfr\nD14/2/20\nT2\n^\n!Clear:AllXfr\nD1/4/20\nT3\n^\n";
        assertThat(bookings(text, DateOrder.DMY)).hasSize(3);
        assertThat(QifFile.examine(content(text)).questions()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\r", "\r\n", "\n"})
    void nextWhenLinesEndInAnyWayThenTheirNumbersAreRight(String end) throws Exception {
        assertThat(bookings("!Type:Bank\n\nD1/2/20\nT1\n^\nD1/3/20\nT2\n^\n".replace("\n", end), DateOrder.MDY))
                .extracting(Booking::line)
                .containsExactly(3, 6);
    }

    @ParameterizedTest
    @CsvSource({"UTF-16LE,false", "UTF-16LE,true", "UTF-16BE,false", "UTF-16BE,true", "UTF-8,true", "windows-1252,false"
    })
    void nextWhenTheEncodingIsWideOrMarkedThenItsText(Charset charset, boolean marked) throws Exception {
        var content =
                encoded((marked ? "\uFEFF" : "") + "!Type:Bank\nD14/2/20\nT-1\nPCaf\u00E9 12 \u20AC\n^\n", charset);
        assertThat(FormatDetector.detect(content)).isEqualTo(BankFormat.QIF);
        assertThat(QifFile.examine(content).order()).isEqualTo(DateOrder.DMY);
        assertThat(payee(content)).isEqualTo("Caf\u00E9 12 \u20AC");
    }

    @Test
    void nextWhenUtf16WithoutMarkIsHardlyLatinThenItsText() throws Exception {
        var payee = "\u041C\u0430\u0433\u0430\u0437\u0438\u043D ".repeat(5).strip();
        for (var charset : List.of(StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE)) {
            var content = encoded("!Type:Bank\nD14/2/20\nT-1\nP" + payee + "\n^\n", charset);
            assertThat(FormatDetector.detect(content)).isEqualTo(BankFormat.QIF);
            assertThat(payee(content)).isEqualTo(payee);
        }
    }

    @Test
    void openWhenUtf8BreaksOffThenItIsUnreadable() {
        var bytes = "!Type:Bank\nD1/2/20\nT1\nPCaf\u00C3\u00A9 \u00C3\n^\n".getBytes(StandardCharsets.ISO_8859_1);
        assertThatExceptionOfType(UnreadableFileException.class)
                .isThrownBy(() -> QifFile.open(FileContent.of(bytes), DateOrder.MDY));
    }

    @Test
    void nextWhenUtf16BreaksOffThenItIsUnreadable() {
        var bytes = Arrays.copyOf("!Type:Bank\nD1/2/20\nT1\n^\n".getBytes(StandardCharsets.UTF_16LE), 41);
        assertThatExceptionOfType(UnreadableFileException.class).isThrownBy(() -> payee(FileContent.of(bytes)));
    }

    @Test
    void nextWhenSectionsAreNoSpendingThenOneRemarkForEachKind() throws Exception {
        var entries = read(
                "# note\n\n!Type:Cat\nNA\n^\nNB\n^\n!Account\nNGiro\n^\n!Type:Bank\nD1/2/20\nT1\nL[X]\n^\n!Type:Cat\nNC\n^\n",
                DateOrder.MDY);
        assertThat(entries.getFirst())
                .isInstanceOfSatisfying(
                        StatementStart.class,
                        start -> assertThat(start.account().name()).isEqualTo("Giro"));
        assertThat(entries)
                .filteredOn(Remark.class::isInstance)
                .singleElement()
                .satisfies(remark -> assertThat(((Remark) remark).text()).contains("3 of the kind Cat"));
    }

    @ParameterizedTest
    @CsvSource({"1/2/20 14/2/20,DMY,0", "1/2/20 2/14/20,MDY,0", "1/2/20 3/4/20,MDY,1", "2020-01-02 2020-03-04,YMD,0"})
    void examineWhenDatesAreSeenThenTheirOrder(String dates, DateOrder order, int questions) throws Exception {
        var guess = QifFile.examine(content("!Type:Bank\nD" + dates.replace(" ", "\nT1\n^\nD") + "\nT1\n^\n"));
        assertThat(guess.order()).isEqualTo(order);
        assertThat(guess.questions()).hasSize(questions);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\u0000\u0001PK", "Date,Amount\n1,2\n"})
    void nextWhenTheFileIsNotQifThenItIsUnreadable(String text) {
        assertThatExceptionOfType(UnreadableFileException.class).isThrownBy(() -> read(text, DateOrder.MDY));
    }

    private static List<Booking> bookings(String text, DateOrder order) throws IOException, UnreadableFileException {
        return read(text, order).stream().map(Booking.class::cast).toList();
    }

    private static List<Entry> read(String text, DateOrder order) throws IOException, UnreadableFileException {
        return read(content(text), order);
    }

    private static List<Entry> read(FileContent content, DateOrder order) throws IOException, UnreadableFileException {
        var entries = new ArrayList<Entry>();
        try (var reader = QifFile.open(content, order)) {
            for (var entry = reader.next(); entry != null; entry = reader.next()) {
                entries.add(entry);
            }
        }
        return entries;
    }

    private static @Nullable String payee(FileContent content) throws IOException, UnreadableFileException {
        return read(content, DateOrder.DMY).stream()
                .map(Booking.class::cast)
                .findFirst()
                .orElseThrow()
                .payee();
    }

    private static FileContent encoded(String text, Charset charset) {
        return FileContent.of(text.getBytes(charset));
    }

    private static FileContent content(String text) {
        return FileContent.of(text.getBytes(StandardCharsets.UTF_8));
    }
}
