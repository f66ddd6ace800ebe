package com.spendtracker.bankfiles.mt940;

import com.spendtracker.bankfiles.AccountReference;
import com.spendtracker.bankfiles.Balance;
import com.spendtracker.bankfiles.Booking;
import com.spendtracker.bankfiles.Entry;
import com.spendtracker.bankfiles.EntryReader;
import com.spendtracker.bankfiles.StatementEnd;
import com.spendtracker.bankfiles.StatementStart;
import com.spendtracker.bankfiles.UnreadableFileException;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/** Makes entries of the statements in a file. */
final class Mt940Reader implements EntryReader {
    private final Mt940Fields fields;
    private final Queue<Entry> ready = new ArrayDeque<>();
    private @Nullable String identifier;
    private @Nullable Balance opening;
    private @Nullable Booking pending;
    private boolean open;
    private boolean any;
    private boolean ended;

    Mt940Reader(Mt940Lines lines) {
        this.fields = new Mt940Fields(lines);
    }

    @Override
    public @Nullable Entry next() throws IOException, UnreadableFileException {
        while (ready.isEmpty() && !ended) {
            var field = fields.next();
            if (field == null) {
                end();
            } else {
                accept(field);
            }
        }
        return ready.poll();
    }

    private void accept(Mt940Field field) throws UnreadableFileException {
        if (!field.tag().equals("86")) {
            flush();
        }
        switch (field.tag()) {
            case "20" -> begin(field);
            case "25", "25P" -> identify(field);
            case "60F", "60M" -> openWith(field);
            case "61" -> add(field);
            case "86" -> describe(field);
            case "62F", "62M" -> closeWith(field);
            default -> {}
        }
    }

    private void flush() {
        if (pending != null) {
            ready.add(pending);
            pending = null;
        }
    }

    private void begin(Mt940Field field) throws UnreadableFileException {
        if (open) {
            throw endsInTheMiddle(field.line());
        }
        open = true;
        opening = null;
        identifier = null;
    }

    // Some banks write the tag 20 once for all statements.
    private void identify(Mt940Field field) throws UnreadableFileException {
        if (!open) {
            begin(field);
        }
        identifier = field.first().replace(" ", "");
    }

    private void openWith(Mt940Field field) throws UnreadableFileException {
        if (!open) {
            begin(field);
        }
        if (opening != null) {
            throw endsInTheMiddle(field.line());
        }
        opening = Mt940Balance.of(field);
        any = true;
        ready.add(new StatementStart(
                field.line(), new AccountReference(account(opening.currency()), null, opening.currency())));
    }

    // Some banks write the account's currency behind its number.
    private @Nullable String account(@Nullable String currency) {
        if (identifier == null || identifier.isEmpty() || currency == null) {
            return null;
        }
        int end = identifier.length() - currency.length();
        boolean appended = end > 0 && identifier.endsWith(currency) && Character.isDigit(identifier.charAt(end - 1));
        return appended ? identifier.substring(0, end) : identifier;
    }

    private void add(Mt940Field field) throws UnreadableFileException {
        var entry = Mt940Line.of(field, requireOpening(field).currency());
        if (entry instanceof Booking booking) {
            pending = booking;
        } else {
            ready.add(entry);
        }
    }

    private Balance requireOpening(Mt940Field field) throws UnreadableFileException {
        if (!open || opening == null) {
            throw new UnreadableFileException(field.line(), "The file has a statement without an opening balance");
        }
        return opening;
    }

    private void describe(Mt940Field field) {
        if (pending == null) {
            return;
        }
        var details = Mt940Details.of(field.lines());
        var description = details.description();
        ready.add(pending.withPayee(details.payee())
                .withDescription(description == null ? pending.description() : description));
        pending = null;
    }

    private void closeWith(Mt940Field field) throws UnreadableFileException {
        var before = requireOpening(field);
        var closing = Mt940Balance.in(before.currency(), Mt940Balance.of(field));
        ready.add(new StatementEnd(field.line(), before, closing));
        open = false;
        opening = null;
    }

    private void end() throws UnreadableFileException {
        ended = true;
        if (open) {
            throw endsInTheMiddle(fields.line());
        }
        if (!any) {
            throw new UnreadableFileException("The file is no MT940: it has no statement with an opening balance");
        }
    }

    private static UnreadableFileException endsInTheMiddle(int line) {
        return new UnreadableFileException(line, "The file has a statement that ends without a closing balance");
    }

    @Override
    public void close() throws IOException {
        fields.close();
    }
}
