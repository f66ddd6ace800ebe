package com.spendtracker.bankfiles.camt;

import java.math.BigDecimal;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The amounts of entries and balances: never signed, but marked as credit or debit beside. */
final class CamtAmount {
    private static final Pattern AMOUNT = Pattern.compile("\\+?(\\d{1,18}(\\.\\d{0,5})?|\\.\\d{1,5})");

    private CamtAmount() {}

    static boolean isUsable(@Nullable String text) {
        return text != null && AMOUNT.matcher(text).matches();
    }

    /** Credit positive, debit negative; null if it is no amount or not marked. */
    static @Nullable BigDecimal signed(CamtFields fields) {
        var text = fields.first("Amt");
        var mark = fields.first("CdtDbtInd");
        if (text == null || mark == null || !isUsable(text)) {
            return null;
        }
        return switch (mark) {
            case "CRDT" -> new BigDecimal(text);
            case "DBIT" -> new BigDecimal(text).negate();
            default -> null;
        };
    }
}
