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
import java.util.Locale;
import java.util.Queue;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Makes entries of the sections in a QIF file. */
final class QifReader implements EntryReader {
    private static final int MAX_RECORD = 10_000;
    private static final String CLEAR = "!Clear:";
    private static final String FIELDS = "DTUCNPMALSE$%FX";
    private static final Set<String> SPENDING =
            Set.of("!type:bank", "!type:cash", "!type:ccard", "!type:otha", "!type:othl");

    private final QifLines lines;
    private final DateOrder order;
    private final Queue<Entry> ready = new ArrayDeque<>();
    private final QifTally otherKinds = new QifTally();
    private final QifTally unknownFields = new QifTally();
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
        return SPENDING.contains(header.toLowerCase(Locale.ROOT).replace(" ", ""));
    }

    /** Whether what follows is of another kind: options are set and cleared in the middle of a section, too. */
    static boolean isSection(String line) {
        return line.startsWith("!") && !isSwitch(line, "!Option:") && !isSwitch(line, CLEAR);
    }

    private static boolean isSwitch(String line, String kind) {
        return line.regionMatches(true, 0, kind, 0, kind.length());
    }

    @Override
    public @Nullable Entry next() throws IOException, UnreadableFileException {
        while (ready.isEmpty() && !done) {
            var line = lines.next();
            if (line == null) {
                endFile();
            } else if (isSection(line)) {
                begin(line);
            } else if (line.startsWith("!")) {
                change(line);
            } else if (line.startsWith("^")) {
                endRecord();
            } else if (spending && FIELDS.indexOf(line.charAt(0)) < 0) {
                unknownFields.count(line.substring(0, 1));
            } else {
                add(line);
            }
        }
        return ready.poll();
    }

    private void add(String line) throws UnreadableFileException {
        if (spending && ((isSecond('D', line) && !has('S')) || isSecond('T', line))) {
            // A second day or total is the next booking's: the mark between the two is missing. Parts may have days,
            // too.
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

    private boolean isSecond(char letter, String line) {
        return line.charAt(0) == letter && has(letter);
    }

    private boolean has(char letter) {
        return record.stream().anyMatch(field -> field.charAt(0) == letter);
    }

    private void change(String line) {
        endRecord();
        if (isSwitch(line, CLEAR)) {
            // What came before was a list of accounts, none of which is that of the bookings.
            account = null;
        }
    }

    private void begin(String header) {
        endRecord();
        section = header;
        spending = isSpending(header);
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
            otherKinds.count(section.substring(section.indexOf(':') + 1));
        }
    }

    private void endFile() {
        done = true;
        endRecord();
        endStatement();
        otherKinds.forEach((kind, count) -> remark("as it is no spending: " + count + " of the kind " + kind));
        unknownFields.forEach(
                (letter, count) -> remark("as QIF has no such field: " + count + " that begin with " + letter));
    }

    private void remark(String leftOut) {
        ready.add(new Remark(lines.number(), "Left out, " + leftOut + "."));
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
