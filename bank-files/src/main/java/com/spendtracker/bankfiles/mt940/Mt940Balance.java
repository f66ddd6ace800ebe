package com.spendtracker.bankfiles.mt940;

import com.spendtracker.bankfiles.Balance;
import com.spendtracker.bankfiles.UnreadableFileException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the fields that say what an account held. */
final class Mt940Balance {
    private static final Pattern BALANCE = Pattern.compile("([CD])(\\d{6})([A-Z]{3})(" + Mt940Text.AMOUNT + ")");

    private Mt940Balance() {}

    /**
     * The balance in a field.
     *
     * @throws UnreadableFileException if there is none: then the file is not what it seems
     */
    static Balance of(Mt940Field field) throws UnreadableFileException {
        var found = BALANCE.matcher(field.first());
        if (!found.matches()) {
            throw new UnreadableFileException(field.line(), "The file has a balance that can't be read");
        }
        var amount = Mt940Text.amount(found.group(4));
        return new Balance(
                Mt940Text.day(found.group(2)), found.group(1).equals("D") ? amount.negate() : amount, found.group(3));
    }

    /** A balance if it is in a currency, else null. */
    static @Nullable Balance in(@Nullable String currency, Balance balance) {
        return currency != null && currency.equals(balance.currency()) ? balance : null;
    }
}
