package com.spendtracker.bankfiles.csv;

import com.spendtracker.bankfiles.DateOrder;
import com.spendtracker.bankfiles.FileContent;
import com.spendtracker.bankfiles.Question;
import com.spendtracker.bankfiles.UnreadableFileException;
import com.spendtracker.bankfiles.csv.CsvMapping.Columns;
import java.io.IOException;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Works out how one file is to be understood. */
final class CsvExaminer {
    private static final char QUOTE = '"';
    private static final char[] DELIMITERS = {',', ';', '\t', '|'};
    private static final int SAMPLE_ROWS = 200;
    private static final int EXAMPLES = 3;

    private final FileContent content;
    private final List<Question> questions = new ArrayList<>();

    CsvExaminer(FileContent content) {
        this.content = content;
    }

    CsvGuess examine() throws IOException, UnreadableFileException {
        Charset charset = TextEncoding.detect(content);
        Sample sample = sample(charset);
        int firstRow = sample.firstRow();
        List<List<String>> rows = sample.rowsFrom(firstRow);
        boolean header = firstRow > 0 && sample.isHeader(firstRow - 1);
        List<String> names = header ? sample.rows.get(firstRow - 1) : List.of();
        char decimalSeparator = decimalSeparator(rows);
        Columns columns = new ColumnRoles(names, rows, decimalSeparator).guess();
        if (columns == null) {
            throw noRows();
        }
        int start = header ? firstRow - 1 : firstRow;
        CsvMapping mapping = new CsvMapping(
                charset.name(),
                sample.delimiter,
                QUOTE,
                sample.lines.get(start) - 1,
                header,
                DateOrder.YMD,
                decimalSeparator,
                false,
                columns);
        CsvMapping ordered = withOrder(mapping, dateOrder(mapping));
        return new CsvGuess(ordered, describe(names, rows), questions, signature(ordered, names));
    }

    private static UnreadableFileException noRows() {
        return new UnreadableFileException("The file has no rows with a date and an amount in columns of their own.");
    }

    /** The first rows, split by the delimiter that splits them best. */
    private Sample sample(Charset charset) throws IOException, UnreadableFileException {
        Sample best = null;
        UnreadableFileException failure = null;
        for (char delimiter : DELIMITERS) {
            try {
                Sample sample = read(charset, delimiter);
                if (best == null || sample.score() > best.score()) {
                    best = sample;
                }
            } catch (UnreadableFileException e) {
                failure = failure == null ? e : failure;
            }
        }
        if (best == null || best.score() == 0) {
            throw failure == null ? noRows() : failure;
        }
        return best;
    }

    private Sample read(Charset charset, char delimiter) throws IOException, UnreadableFileException {
        Sample sample = new Sample(delimiter, new ArrayList<>(), new ArrayList<>());
        try (CsvTokenizer tokens = new CsvTokenizer(TextEncoding.open(content, charset), delimiter, QUOTE)) {
            List<String> row = tokens.next();
            while (row != null && sample.rows.size() < SAMPLE_ROWS) {
                if (!CsvEntryReader.isBlank(row)) {
                    sample.rows.add(row);
                    sample.lines.add(tokens.rowLine());
                }
                row = tokens.next();
            }
        }
        return sample;
    }

    private char decimalSeparator(List<List<String>> rows) {
        int points = 0;
        int commas = 0;
        String open = "";
        for (List<String> row : rows) {
            for (String cell : row) {
                String text = cell.strip();
                char evidence = SampleColumns.looksLikeMoney(text) ? Amounts.evidence(text) : 0;
                points += evidence == '.' ? 1 : 0;
                commas += evidence == ',' ? 1 : 0;
                open = evidence == '?' && open.isEmpty() ? text : open;
            }
        }
        if (points == 0 && commas == 0 && !open.isEmpty()) {
            questions.add(new Question(
                    "decimal_separator", List.of(".", ","), "Amounts such as " + open + " can be read with either."));
        }
        return commas > points ? ',' : '.';
    }

    /** Reads the whole file: one day beyond the twelfth decides for all. */
    private DateOrder dateOrder(CsvMapping mapping) throws IOException, UnreadableFileException {
        boolean dayFirst = true;
        boolean monthFirst = true;
        boolean yearFirst = false;
        String example = "";
        int exampleLine = 0;
        try (CsvTokenizer tokens = new CsvTokenizer(
                TextEncoding.open(content, Charset.forName(mapping.encoding())), mapping.delimiter(), QUOTE)) {
            tokens.skipLines(mapping.skipLines());
            List<String> row = mapping.header() ? skipped(tokens) : tokens.next();
            while (row != null) {
                Dates.Parts parts =
                        Dates.split(SampleColumns.cell(row, mapping.columns().dateColumn()));
                if (parts != null && !parts.isOrdered()) {
                    yearFirst |= parts.namedMonth() < 0;
                } else if (parts != null) {
                    dayFirst &= parts.second() <= 12;
                    monthFirst &= parts.first() <= 12;
                    if (example.isEmpty()) {
                        example = SampleColumns.cell(row, mapping.columns().dateColumn());
                        exampleLine = tokens.rowLine();
                    }
                }
                row = tokens.next();
            }
        }
        if (example.isEmpty()) {
            return yearFirst ? DateOrder.YMD : DateOrder.DMY;
        }
        if (dayFirst && monthFirst) {
            return askForOrder(mapping, example, exampleLine);
        }
        return dayFirst || !monthFirst ? DateOrder.DMY : DateOrder.MDY;
    }

    private DateOrder askForOrder(CsvMapping mapping, String example, int line) {
        // Where decimals have a comma or columns a semicolon, the day comes first; dots mean the same.
        boolean european = mapping.decimalSeparator() == ',' || mapping.delimiter() == ';' || example.indexOf('.') > 0;
        List<DateOrder> orders =
                european ? List.of(DateOrder.DMY, DateOrder.MDY) : List.of(DateOrder.MDY, DateOrder.DMY);
        questions.add(new Question(
                "date_order",
                orders.stream().map(Enum::name).toList(),
                "No date in the file has a day after the twelfth, so " + example + " in line " + line
                        + " can be read with the day or the month first."));
        return orders.getFirst();
    }

    private static @Nullable List<String> skipped(CsvTokenizer tokens) throws IOException, UnreadableFileException {
        tokens.next();
        return tokens.next();
    }

    private static CsvMapping withOrder(CsvMapping m, DateOrder order) {
        return new CsvMapping(
                m.encoding(),
                m.delimiter(),
                m.quote(),
                m.skipLines(),
                m.header(),
                order,
                m.decimalSeparator(),
                m.inverted(),
                m.columns());
    }

    private static List<CsvColumn> describe(List<String> names, List<List<String>> rows) {
        int width = rows.stream().mapToInt(List::size).max().orElse(0);
        List<CsvColumn> columns = new ArrayList<>();
        for (int column = 0; column < width; column++) {
            int index = column;
            List<String> examples = rows.stream()
                    .map(row -> SampleColumns.cell(row, index))
                    .filter(text -> !text.isEmpty())
                    .limit(EXAMPLES)
                    .toList();
            columns.add(new CsvColumn(column < names.size() ? names.get(column).strip() : "", examples));
        }
        return columns;
    }

    private static String signature(CsvMapping mapping, List<String> names) {
        String header = names.stream().map(ColumnRoles::normalise).collect(Collectors.joining("|"));
        return mapping.delimiter() + (header.isEmpty() ? mapping.columns().toString() : header);
    }

    /** The first rows of a file with one delimiter, and the lines on which they begin. */
    private record Sample(char delimiter, List<List<String>> rows, List<Integer> lines) {
        /** How well the delimiter splits: the rows that have a date and an amount, and then the columns. */
        long score() {
            long usable = rows.stream().filter(Sample::isData).count();
            return usable * 1_000 + (usable == 0 ? 0 : usualWidth());
        }

        private int usualWidth() {
            Map<Integer, Integer> counts = new HashMap<>();
            rows.forEach(row -> counts.merge(row.size(), 1, Integer::sum));
            return counts.entrySet().stream()
                    .max(Map.Entry.comparingByValue())
                    .map(Map.Entry::getKey)
                    .orElse(0);
        }

        int firstRow() {
            for (int i = 0; i < rows.size(); i++) {
                if (isData(rows.get(i))) {
                    return i;
                }
            }
            return 0;
        }

        boolean isHeader(int index) {
            List<String> row = rows.get(index);
            long filled = row.stream().filter(cell -> !cell.isBlank()).count();
            return filled >= 2 && row.stream().noneMatch(cell -> SampleColumns.looksLikeDate(cell.strip()));
        }

        /** The rows from here on as wide as the first of them; what is at the end of a file may be narrower. */
        List<List<String>> rowsFrom(int first) {
            int width = rows.get(first).size();
            return rows.subList(first, rows.size()).stream()
                    .filter(row -> row.size() >= width - 1)
                    .toList();
        }

        private static boolean isData(List<String> row) {
            boolean date = row.stream().anyMatch(cell -> SampleColumns.looksLikeDate(cell.strip()));
            boolean amount =
                    row.stream().anyMatch(cell -> SampleColumns.looksLikeMoney(cell.strip()) || isWhole(cell.strip()));
            return date && amount && row.size() >= 2;
        }

        private static boolean isWhole(String text) {
            return text.length() <= 9 && Amounts.parse(text, '.') != null;
        }
    }
}
