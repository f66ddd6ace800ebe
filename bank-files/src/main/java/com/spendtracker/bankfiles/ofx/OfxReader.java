package com.spendtracker.bankfiles.ofx;

import com.spendtracker.bankfiles.AccountReference;
import com.spendtracker.bankfiles.Balance;
import com.spendtracker.bankfiles.Booking;
import com.spendtracker.bankfiles.Entry;
import com.spendtracker.bankfiles.EntryReader;
import com.spendtracker.bankfiles.RejectedRow;
import com.spendtracker.bankfiles.Remark;
import com.spendtracker.bankfiles.StatementEnd;
import com.spendtracker.bankfiles.StatementStart;
import com.spendtracker.bankfiles.UnreadableFileException;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Makes entries of the statements in an OFX file. */
final class OfxReader implements EntryReader {
    private static final Set<String> STATEMENTS = Set.of("STMTRS", "CCSTMTRS");
    private static final Set<String> GROUPS = Set.of(
            "BANKACCTFROM",
            "CCACCTFROM",
            "LEDGERBAL",
            "AVAILBAL",
            "PAYEE",
            "CURRENCY",
            "ORIGCURRENCY",
            "BANKACCTTO",
            "CCACCTTO",
            "BAL");
    private static final Set<String> OF_NO_GROUP = Set.of("DTPOSTED", "TRNAMT", "FITID", "MEMO", "CHECKNUM");
    private static final Set<String> BOOKING_ENDS = Set.of("STMTTRN", "BANKTRANLIST");
    private static final Set<String> KEPT = Set.of(
            "DTPOSTED",
            "TRNAMT",
            "FITID",
            "NAME",
            "PAYEE.NAME",
            "MEMO",
            "CURRENCY.CURSYM",
            "CHECKNUM",
            "TRNTYPE",
            "BANKACCTFROM.BANKID",
            "BANKACCTFROM.ACCTID",
            "CCACCTFROM.ACCTID",
            "CURDEF",
            "LEDGERBAL.BALAMT",
            "LEDGERBAL.DTASOF");

    private final OfxTokens tokens;
    private final Queue<Entry> ready = new ArrayDeque<>();
    private final Map<String, String> statement = new LinkedHashMap<>();
    private final Map<String, String> booking = new LinkedHashMap<>();
    private String tag = "";
    private String group = "";
    private @Nullable String open;
    private boolean started;
    private boolean inBooking;
    private boolean leftOut;
    private boolean ended;
    private int statementLine;
    private int bookingLine;

    OfxReader(OfxTokens tokens) {
        this.tokens = tokens;
    }

    @Override
    public @Nullable Entry next() throws IOException, UnreadableFileException {
        while (ready.isEmpty()) {
            var kind = tokens.next();
            if (kind == OfxTokens.Kind.END) {
                requireEnd();
                return null;
            }
            accept(kind);
        }
        return ready.remove();
    }

    private void requireEnd() throws UnreadableFileException {
        if (!ended) {
            throw endsInTheMiddle();
        }
    }

    private UnreadableFileException endsInTheMiddle() {
        return new UnreadableFileException(tokens.line(), "The file ends in the middle");
    }

    private void accept(OfxTokens.Kind kind) throws UnreadableFileException {
        switch (kind) {
            case OPEN -> open(tokens.value());
            case CLOSE -> close(tokens.value());
            case TEXT -> text(tokens.value());
            case END -> {}
        }
    }

    private void open(String name) throws UnreadableFileException {
        if (ended) {
            throw new UnreadableFileException(tokens.line(), "The file goes on after its end");
        }
        tag = name;
        if (name.equals("INVSTMTRS")) {
            leftOut = true;
            ready.add(new Remark(tokens.line(), "A statement of investments is left out: it is no spending."));
        } else if (!leftOut && STATEMENTS.contains(name)) {
            openStatement(name);
        } else if (open != null && name.equals("STMTTRN")) {
            openBooking();
        } else if (GROUPS.contains(name)) {
            group = name;
        } else if (inBooking && OF_NO_GROUP.contains(name)) {
            // The group before it was left open.
            group = "";
        }
    }

    private void openStatement(String name) throws UnreadableFileException {
        if (open != null) {
            throw new UnreadableFileException(tokens.line(), "The file begins a statement within another");
        }
        open = name;
        started = false;
        statement.clear();
        group = "";
        statementLine = tokens.line();
    }

    private void openBooking() {
        // No booking has another in it: where one begins, the one before has ended, marked or not.
        closeBooking();
        start();
        inBooking = true;
        group = "";
        booking.clear();
        bookingLine = tokens.line();
    }

    private void text(String value) {
        var key = group.isEmpty() ? tag : group + "." + tag;
        if (open != null && KEPT.contains(key)) {
            // CDATA and a lone "<" cut one value into several texts.
            (inBooking ? booking : statement).merge(key, value, (before, more) -> before + " " + more);
        }
    }

    private void close(String name) throws UnreadableFileException {
        if (name.equals("INVSTMTRS")) {
            leftOut = false;
        } else if (name.equals("OFX")) {
            closeFile();
        } else if (name.equals(open)) {
            closeStatement();
        } else if (BOOKING_ENDS.contains(name)) {
            closeBooking();
        } else if (name.equals(group)) {
            group = "";
        }
        tag = "";
    }

    private void closeBooking() {
        if (inBooking) {
            inBooking = false;
            group = "";
            ready.add(row());
        }
    }

    private void closeFile() throws UnreadableFileException {
        if (open != null || leftOut) {
            throw endsInTheMiddle();
        }
        ended = true;
    }

    private void closeStatement() throws UnreadableFileException {
        if (inBooking) {
            throw endsInTheMiddle();
        }
        start();
        ready.add(new StatementEnd(tokens.line(), null, closing()));
        open = null;
    }

    private void start() {
        if (!started) {
            started = true;
            ready.add(new StatementStart(
                    statementLine, new AccountReference(identifier(), null, statement.get("CURDEF"))));
        }
    }

    private @Nullable String identifier() {
        var card = statement.get("CCACCTFROM.ACCTID");
        var account = card == null ? statement.get("BANKACCTFROM.ACCTID") : card;
        var bank = card == null ? statement.get("BANKACCTFROM.BANKID") : null;
        if (account == null) {
            return null;
        }
        return (bank == null ? account : bank + "/" + account).replace(" ", "");
    }

    private @Nullable Balance closing() {
        var amount = OfxText.amount(statement.get("LEDGERBAL.BALAMT"));
        return amount == null
                ? null
                : new Balance(OfxText.day(statement.get("LEDGERBAL.DTASOF")), amount, statement.get("CURDEF"));
    }

    private Entry row() {
        var date = OfxText.day(booking.get("DTPOSTED"));
        if (date == null) {
            return rejected("date", "must be a day as yyyyMMdd: ", booking.get("DTPOSTED"));
        }
        var amount = OfxText.amount(booking.get("TRNAMT"));
        if (amount == null) {
            return rejected("amount", "must be a number: ", booking.get("TRNAMT"));
        }
        return Booking.of(bookingLine, date, amount)
                .withCurrency(booking.get("CURRENCY.CURSYM"))
                .withReference(booking.get("FITID"))
                .withPayee(payee())
                .withDescription(description());
    }

    private RejectedRow rejected(String field, String must, @Nullable String is) {
        var excerpt = new StringBuilder();
        booking.forEach((key, value) -> excerpt.append('<')
                .append(key.substring(key.indexOf('.') + 1))
                .append('>')
                .append(value));
        return new RejectedRow(bookingLine, field, must + (is == null ? "it is missing" : is), excerpt.toString());
    }

    private @Nullable String payee() {
        var name = booking.get("NAME");
        return name == null ? booking.get("PAYEE.NAME") : name;
    }

    private @Nullable String description() {
        var memo = Objects.equals(booking.get("MEMO"), payee()) ? null : booking.get("MEMO");
        var check = booking.get("CHECKNUM");
        if (check == null) {
            return memo;
        }
        return memo == null ? "Check " + check : memo + " Check " + check;
    }

    @Override
    public void close() throws IOException {
        tokens.close();
    }
}
