package com.spendtracker.bankfiles.csv;

import com.spendtracker.bankfiles.DateOrder;
import com.spendtracker.bankfiles.FileContent;
import com.spendtracker.bankfiles.Question;
import com.spendtracker.bankfiles.TextEncoding;
import com.spendtracker.bankfiles.UnreadableFileException;
import com.spendtracker.bankfiles.csv.CsvMapping.Columns;
import java.io.IOException;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Works out how one file is to be understood. */
final class CsvExaminer {
    private static final char QUOTE = '"';
    private static final char[] DELIMITERS = {',', ';', '\t', '|'};
    private static final int SAMPLE_ROWS = 200;
    private static final int EXAMPLES = 3;

    private final FileContent content;

    CsvExaminer(FileContent content) {
        this.content = content;
    }

    CsvGuess examine() throws IOException, UnreadableFileException {
        Charset charset = TextEncoding.detect(content);
        Sample sample = sample(charset);
        int headerRow = sample.headerRow();
        List<List<String>> rows = sample.dataAfter(headerRow);
        List<String> names = headerRow < 0 ? List.of() : sample.rows.get(headerRow);
        char sampled = decimalSeparator(rows);
        Columns columns = new ColumnRoles(names, rows, sampled).guess();
        if (columns == null) {
            throw noRows();
        }
        int start = headerRow < 0 ? sample.firstRow() : headerRow;
        int skipLines = sample.lines.get(start) - 1;
        FileEvidence evidence = evidence(charset, sample.delimiter, skipLines, headerRow >= 0, columns);
        char decimalSeparator = evidence.decimalSeparator(sampled);
        DateOrder likely = likelyOrder(evidence, decimalSeparator, sample.delimiter);
        CsvMapping mapping = new CsvMapping(
                charset.name(),
                sample.delimiter,
                QUOTE,
                skipLines,
                headerRow >= 0,
                evidence.dateOrder(likely),
                decimalSeparator,
                false,
                columns);
        List<Question> questions = Stream.of(evidence.decimalQuestion(), evidence.dateQuestion(likely))
                .filter(Objects::nonNull)
                .toList();
        return new CsvGuess(mapping, describe(names, rows), questions, signature(mapping, names));
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

    /** What the first rows say, wherever they have amounts; where nothing decides, thousands are likeliest. */
    private static char decimalSeparator(List<List<String>> rows) {
        int points = 0;
        int commas = 0;
        char open = ',';
        for (List<String> row : rows) {
            for (String cell : row) {
                String text = cell.strip();
                char evidence = SampleColumns.looksLikeMoney(text) ? Amounts.evidence(text) : 0;
                points += evidence == '.' ? 1 : 0;
                commas += evidence == ',' ? 1 : 0;
                open = evidence == '?' && text.indexOf('.') >= 0 ? '.' : open;
            }
        }
        if (points == 0 && commas == 0) {
            return open == '.' ? ',' : '.';
        }
        return commas > points ? ',' : '.';
    }

    /** Reads the whole file: one day beyond the twelfth decides for all. */
    private FileEvidence evidence(Charset charset, char delimiter, int skipLines, boolean header, Columns columns)
            throws IOException, UnreadableFileException {
        FileEvidence evidence = new FileEvidence(columns);
        try (CsvTokenizer tokens = new CsvTokenizer(TextEncoding.open(content, charset), delimiter, QUOTE)) {
            tokens.skipLines(skipLines);
            List<String> row = header ? skipped(tokens) : tokens.next();
            while (row != null) {
                evidence.add(row, tokens.rowLine());
                row = tokens.next();
            }
        }
        return evidence;
    }

    // Where decimals have a comma or columns a semicolon, the day comes first; dots mean the same.
    private static DateOrder likelyOrder(FileEvidence evidence, char decimalSeparator, char delimiter) {
        boolean european = decimalSeparator == ',' || delimiter == ';' || evidence.hasDots();
        return european ? DateOrder.DMY : DateOrder.MDY;
    }

    private static @Nullable List<String> skipped(CsvTokenizer tokens) throws IOException, UnreadableFileException {
        tokens.next();
        return tokens.next();
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
            rows.stream().filter(Sample::isData).forEach(row -> counts.merge(row.size(), 1, Integer::sum));
            return counts.entrySet().stream()
                    .max(Map.Entry.comparingByValue())
                    .map(Map.Entry::getKey)
                    .orElse(0);
        }

        /** Where the names of the columns stand, -1 if nowhere. */
        int headerRow() {
            for (int i = 0; i < rows.size(); i++) {
                if (isHeader(i)
                        && ColumnRoles.namesDateAndAmount(rows.get(i))
                        && !dataAfter(i).isEmpty()) {
                    return i;
                }
            }
            int first = firstRow();
            return first > 0 && isHeader(first - 1) ? first - 1 : -1;
        }

        /** The first row as wide as most, or a broken one before it: no row may be left out unseen. */
        int firstRow() {
            int width = usualWidth();
            int first = 0;
            while (first < rows.size()
                    && !(isData(rows.get(first)) && Math.abs(rows.get(first).size() - width) <= 1)) {
                first++;
            }
            while (first > 0 && isBroken(rows.get(first - 1), width)) {
                first--;
            }
            return first == rows.size() ? 0 : first;
        }

        /** The rows after the header with a date and an amount, as wide as most. */
        List<List<String>> dataAfter(int header) {
            int width = usualWidth();
            return rows.subList(header < 0 ? firstRow() : header + 1, rows.size()).stream()
                    .filter(row -> row.size() >= width - 1 && isData(row))
                    .toList();
        }

        private boolean isHeader(int index) {
            List<String> row = rows.get(index);
            long filled = row.stream().filter(cell -> !cell.isBlank()).count();
            return filled >= 2 && row.stream().map(String::strip).noneMatch(Sample::isValue);
        }

        private static boolean isBroken(List<String> row, int width) {
            return row.size() == width && row.stream().map(String::strip).anyMatch(Sample::isValue);
        }

        private static boolean isValue(String text) {
            return SampleColumns.looksLikeDate(text) || SampleColumns.looksLikeMoney(text);
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
