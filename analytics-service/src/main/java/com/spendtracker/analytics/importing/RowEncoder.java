package com.spendtracker.analytics.importing;

import com.spendtracker.analytics.categorisation.Categorisation;
import com.spendtracker.analytics.categorisation.Categoriser;
import com.spendtracker.analytics.categorisation.Movement;
import com.spendtracker.analytics.transaction.CurrencyCode;
import com.spendtracker.analytics.transaction.Kind;
import com.spendtracker.bankfiles.Booking;
import com.spendtracker.bankfiles.Booking.Part;
import com.spendtracker.bankfiles.Entry;
import com.spendtracker.bankfiles.RejectedRow;
import com.spendtracker.bankfiles.Remark;
import com.spendtracker.bankfiles.StatementEnd;
import com.spendtracker.bankfiles.StatementStart;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Turns the entries of one file into rows of {@link StagingWriter}'s table and remembers what the report says about the
 * file. Used by one thread at a time.
 */
final class RowEncoder {
    private static final int MAX_MERCHANT = 200;
    private static final int MAX_DESCRIPTION = 1_000;
    private static final int MAX_REMARKS = 100;

    private final Categoriser categoriser;
    private final FileAccounts accounts;
    private final SourceKey keys = new SourceKey();
    private final CopyText out = new CopyText();
    private final List<String> remarks = new ArrayList<>();

    private @Nullable FileAccount current;
    private int rows;

    RowEncoder(Categoriser categoriser, FileAccounts accounts) {
        this.categoriser = categoriser;
        this.accounts = accounts;
    }

    FileAccounts accounts() {
        return accounts;
    }

    List<String> remarks() {
        return List.copyOf(remarks);
    }

    /** How many characters wait to be taken. */
    int pending() {
        return out.length();
    }

    /** The rows since the last time, in COPY's text format. */
    String take() {
        return out.take();
    }

    void add(Entry entry) {
        switch (entry) {
            case StatementStart start -> begin(start);
            case Booking booking -> add(booking);
            case RejectedRow rejected ->
                reject(rejected.line(), rejected.field(), rejected.reason(), rejected.excerpt());
            case Remark remark -> remember(remark.text());
            case StatementEnd end -> account().endStatement(end.opening(), end.closing());
        }
    }

    private void begin(StatementStart start) {
        current = accounts.of(start.account());
        current.beginStatement();
    }

    private FileAccount account() {
        if (current == null) {
            current = accounts.unnamed();
        }
        return current;
    }

    private void remember(String text) {
        if (remarks.size() < MAX_REMARKS) {
            remarks.add(text);
        }
    }

    private void add(Booking booking) {
        FileAccount account = account();
        String currency = booking.currency() == null ? account.currency() : booking.currency();
        if (!CurrencyCode.isCode(currency)) {
            reject(booking.line(), "currency", "must be three letters of ISO 4217: " + currency, describe(booking));
            return;
        }
        rows++;
        account.add(booking.amount());
        UUID key = keys.of(booking, currency);
        if (booking.parts().isEmpty()) {
            Part whole = new Part(booking.amount(), booking.description(), booking.category(), booking.transferTo());
            write(booking, account, currency, key, 0, whole);
            return;
        }
        for (int i = 0; i < booking.parts().size(); i++) {
            write(booking, account, currency, key, i, booking.parts().get(i));
        }
    }

    private void write(Booking booking, FileAccount account, String currency, UUID key, int number, Part part) {
        String payee = plain(booking.payee(), MAX_MERCHANT);
        String description =
                plain(part.description() == null ? booking.description() : part.description(), MAX_DESCRIPTION);
        KnownAccount known = account.known();
        Categorisation found = categoriser.categorise(new Movement(
                known == null ? null : known.id(),
                part.amount(),
                payee,
                description,
                part.category(),
                part.transferTo() != null));
        BigDecimal amount =
                found.kind() == Kind.INCOME ? part.amount() : part.amount().negate();
        out.column(rows)
                .column(booking.line())
                .column(number)
                .column(null)
                .column(null)
                .column(null)
                .column(account.number())
                .column(amount.toPlainString())
                .column(currency)
                .column(found.kind().text())
                .column(found.categoryId())
                .column(found.source())
                .column(found.ruleId())
                .column(found.learntFrom())
                .column(plain(found.merchant(), MAX_MERCHANT))
                .column(description)
                .column(booking.date().toString())
                .column(key)
                .endRow();
    }

    private void reject(int line, @Nullable String field, String reason, String excerpt) {
        rows++;
        out.column(rows)
                .column(line)
                .column(0)
                .column(field)
                .column(plain(reason, MAX_DESCRIPTION))
                .column(plain(excerpt, RejectedRow.MAX_EXCERPT));
        for (int i = 0; i < StagingWriter.BOOKING_COLUMNS; i++) {
            out.column(null);
        }
        out.endRow();
    }

    private static String describe(Booking booking) {
        return booking.date() + " " + booking.amount().toPlainString() + " " + booking.payee();
    }

    /** One line without control characters, cut to a length; null stays null, nothing becomes null. */
    private static @Nullable String plain(@Nullable String text, int length) {
        if (text == null) {
            return null;
        }
        boolean tidy = text.length() <= length && text.chars().noneMatch(Character::isISOControl);
        String line = tidy ? text.strip() : tidied(text, length);
        return line.isEmpty() ? null : line;
    }

    private static String tidied(String text, int length) {
        StringBuilder line = new StringBuilder(Math.min(text.length(), length));
        for (int i = 0; i < text.length() && line.length() < length; i++) {
            char c = text.charAt(i);
            line.append(Character.isISOControl(c) ? ' ' : c);
        }
        if (!line.isEmpty() && Character.isHighSurrogate(line.charAt(line.length() - 1))) {
            line.setLength(line.length() - 1);
        }
        return line.toString().strip();
    }
}
