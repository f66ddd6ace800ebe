package com.spendtracker.bankfiles.qif;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.spendtracker.bankfiles.Booking;
import com.spendtracker.bankfiles.DateOrder;
import com.spendtracker.bankfiles.Entry;
import com.spendtracker.bankfiles.FileContent;
import com.spendtracker.bankfiles.RejectedRow;
import com.spendtracker.bankfiles.Remark;
import com.spendtracker.bankfiles.StatementStart;
import com.spendtracker.bankfiles.UnreadableFileException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
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
        var entries = new ArrayList<Entry>();
        try (var reader = QifFile.open(content(text), order)) {
            for (var entry = reader.next(); entry != null; entry = reader.next()) {
                entries.add(entry);
            }
        }
        return entries;
    }

    private static FileContent content(String text) {
        return FileContent.of(text.getBytes(StandardCharsets.UTF_8));
    }
}
