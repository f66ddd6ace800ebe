package com.spendtracker.bankfiles.camt;

import com.spendtracker.bankfiles.Booking;
import com.spendtracker.bankfiles.Entry;
import com.spendtracker.bankfiles.EntryReader;
import com.spendtracker.bankfiles.Remark;
import com.spendtracker.bankfiles.UnreadableFileException;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Makes entries of the statements in a document. */
final class CamtReader implements EntryReader {
    private static final String MESSAGE = "BkToCstmr";
    private static final Set<String> STATEMENTS = Set.of("Stmt", "Rpt", "Ntfctn");

    private final CamtXml xml;
    private final Queue<Entry> ready = new ArrayDeque<>();
    private @Nullable CamtStatement statement;
    private boolean inMessage;
    private boolean any;
    private boolean ended;

    CamtReader(CamtXml xml) {
        this.xml = xml;
    }

    @Override
    public @Nullable Entry next() throws IOException, UnreadableFileException {
        while (ready.isEmpty() && !ended) {
            switch (xml.next()) {
                case CamtXml.START -> begin(xml.name());
                case CamtXml.END -> end();
                default -> endFile();
            }
        }
        return ready.poll();
    }

    private void begin(String name) throws IOException, UnreadableFileException {
        if (statement != null) {
            read(name, statement);
        } else if (inMessage && STATEMENTS.contains(name)) {
            any = true;
            statement = new CamtStatement(xml.line());
        } else if (inMessage || !name.startsWith(MESSAGE)) {
            xml.skip();
        } else {
            inMessage = true;
        }
    }

    private void read(String name, CamtStatement current) throws IOException, UnreadableFileException {
        switch (name) {
            case "Acct" -> current.account(xml.read(CamtStatement.ACCOUNT));
            case "Bal" -> current.balance(xml.read(CamtStatement.BALANCE));
            case "Ntry" -> add(new CamtEntry(xml.read(CamtEntry.KEPT)), current);
            default -> xml.skip();
        }
    }

    private void add(CamtEntry entry, CamtStatement current) throws UnreadableFileException {
        if (!entry.isBooked()) {
            current.leaveOut();
            return;
        }
        if (!current.isStarted()) {
            ready.add(current.start(entry.currency()));
        }
        var row = entry.row();
        if (row instanceof Booking booking) {
            requireCurrency(booking, current.currency());
        }
        ready.add(row);
    }

    private static void requireCurrency(Booking booking, @Nullable String expected) throws UnreadableFileException {
        var is = booking.currency();
        if (is != null && expected != null && !is.equals(expected)) {
            throw new UnreadableFileException(
                    booking.line(), "The file has an entry in " + is + " on an account in " + expected);
        }
    }

    private void end() {
        if (statement == null) {
            inMessage = false;
            return;
        }
        if (!statement.isStarted()) {
            ready.add(statement.start(null));
        }
        if (statement.leftOut() > 0) {
            ready.add(new Remark(xml.line(), leftOut(statement.leftOut())));
        }
        ready.add(statement.end(xml.line()));
        statement = null;
    }

    private static String leftOut(int count) {
        return count == 1
                ? "One entry is left out: it is not booked, but pending or for information."
                : count + " entries are left out: they are not booked, but pending or for information.";
    }

    private void endFile() throws UnreadableFileException {
        ended = true;
        if (!any) {
            throw new UnreadableFileException(
                    xml.line(), "The file is in the format camt, but has no statement, report or notification in it");
        }
    }

    @Override
    public void close() throws IOException {
        xml.close();
    }
}
