package com.spendtracker.bankfiles.qif;

import com.spendtracker.bankfiles.AccountReference;
import com.spendtracker.bankfiles.DateOrder;
import com.spendtracker.bankfiles.Entry;
import com.spendtracker.bankfiles.EntryReader;
import com.spendtracker.bankfiles.Remark;
import com.spendtracker.bankfiles.StatementEnd;
import com.spendtracker.bankfiles.StatementStart;
import com.spendtracker.bankfiles.UnreadableFileException;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Makes entries of the sections in a QIF file. */
final class QifReader implements EntryReader {
    private static final int MAX_RECORD = 10_000;
    private static final int MAX_KINDS = 50;
    private static final Set<String> SPENDING =
            Set.of("!type:bank", "!type:cash", "!type:ccard", "!type:oth a", "!type:oth l");

    private final QifLines lines;
    private final DateOrder order;
    private final Queue<Entry> ready = new ArrayDeque<>();
    private final Map<String, Integer> leftOut = new LinkedHashMap<>();
    private ArrayList<String> record = new ArrayList<>();
    private String section = "";
    private boolean spending;
    private boolean done;
    private boolean started;
    private int recordLine;
    private @Nullable StatementStart account;

    QifReader(QifLines lines, DateOrder order) {
        this.lines = lines;
        this.order = order;
    }

    static boolean isSpending(String header) {
        return SPENDING.contains(header.toLowerCase(Locale.ROOT).strip());
    }

    @Override
    public @Nullable Entry next() throws IOException, UnreadableFileException {
        while (ready.isEmpty() && !done) {
            var line = lines.next();
            if (line == null) {
                endFile();
            } else if (line.startsWith("!")) {
                begin(line);
            } else if (line.startsWith("^")) {
                endRecord();
            } else {
                add(line);
            }
        }
        return ready.poll();
    }

    private void add(String line) throws UnreadableFileException {
        if (spending && line.startsWith("D") && record.stream().anyMatch(field -> field.startsWith("D"))) {
            // A second day is the next booking's: the mark between the two is missing.
            endRecord();
        }
        if (record.isEmpty()) {
            recordLine = lines.number();
        }
        if (record.size() == MAX_RECORD) {
            throw new UnreadableFileException(lines.number(), "The file has an entry longer than any bank writes");
        }
        record.add(line);
    }

    private void begin(String header) {
        endRecord();
        section = header;
        spending = isSpending(header);
        if (header.regionMatches(true, 0, "!Clear:", 0, 7)) {
            // What came before was a list of accounts, none of which is that of the bookings.
            account = null;
        }
        if (spending && account != null) {
            endStatement();
            ready.add(account);
            started = true;
            account = null;
        }
    }

    private void endRecord() {
        if (record.isEmpty()) {
            return;
        }
        var ended = new QifRecord(recordLine, record);
        record = new ArrayList<>();
        if (spending) {
            ready.add(ended.booking(order));
        } else if (section.equalsIgnoreCase("!Account")) {
            account = new StatementStart(ended.line(), new AccountReference(null, ended.field('N'), null));
        } else {
            leftOut.merge(kind(), 1, Integer::sum);
        }
    }

    private String kind() {
        var name = section.substring(section.indexOf(':') + 1);
        var kind = name.length() > 40 ? name.substring(0, 40) : name;
        return leftOut.size() < MAX_KINDS || leftOut.containsKey(kind) ? kind : "other";
    }

    private void endFile() {
        done = true;
        endRecord();
        endStatement();
        leftOut.forEach((kind, count) -> ready.add(
                new Remark(lines.number(), "Left out, as it is no spending: " + count + " of the kind " + kind + ".")));
    }

    private void endStatement() {
        if (started) {
            started = false;
            ready.add(new StatementEnd(lines.number(), null, null));
        }
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }
}
