package com.spendtracker.bankfiles.camt;

import com.spendtracker.bankfiles.Booking;
import com.spendtracker.bankfiles.Entry;
import com.spendtracker.bankfiles.RejectedRow;
import java.math.BigDecimal;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Makes a row of what is in an entry. */
final class CamtEntry {
    static final Set<String> KEPT = Set.of(
            "Amt",
            "CdtDbtInd",
            "Sts",
            "Sts/Cd",
            "Sts/Prtry",
            "BookgDt/Dt",
            "BookgDt/DtTm",
            "ValDt/Dt",
            "ValDt/DtTm",
            "AcctSvcrRef",
            "AddtlNtryInf",
            "TxDtls",
            "TxDtls/RltdPties/Dbtr/Nm",
            "TxDtls/RltdPties/Cdtr/Nm",
            "TxDtls/RltdPties/UltmtDbtr/Nm",
            "TxDtls/RltdPties/UltmtCdtr/Nm",
            "TxDtls/RmtInf/Ustrd",
            "TxDtls/RmtInf/Strd/CdtrRefInf/Ref",
            "TxDtls/RmtInf/Strd/CdtrRefInf/CdtrRef",
            "TxDtls/RmtInf/Strd/RfrdDocInf/Nb",
            "TxDtls/RmtInf/Strd/AddtlRmtInf",
            "TxDtls/AddtlTxInf");
    private static final Set<String> NO_REFERENCE = Set.of("NOTPROVIDED", "NONREF");

    private final CamtFields fields;

    CamtEntry(CamtFields fields) {
        this.fields = fields;
    }

    int line() {
        return fields.line();
    }

    /** False if it is pending or for information only. */
    boolean isBooked() {
        var status = fields.first("Sts", "Sts/Cd", "Sts/Prtry");
        return status == null || status.equals("BOOK");
    }

    @Nullable
    String currency() {
        return fields.currency("Amt");
    }

    Entry row() {
        var text = fields.first("Amt");
        if (!CamtAmount.isUsable(text)) {
            return rejected("amount", "must be a number without sign", text);
        }
        var amount = CamtAmount.signed(fields);
        if (amount == null) {
            return rejected("amount", "must be marked as credit or debit", fields.first("CdtDbtInd"));
        }
        var dates = fields.first("BookgDt/Dt", "BookgDt/DtTm") == null ? "ValDt" : "BookgDt";
        var date = fields.day(dates);
        if (date == null) {
            return rejected("date", "must be a day as yyyy-MM-dd", fields.first(dates + "/Dt", dates + "/DtTm"));
        }
        return Booking.of(line(), date, amount)
                .withCurrency(currency())
                .withReference(reference())
                .withPayee(payee(amount))
                .withDescription(description());
    }

    private RejectedRow rejected(String field, String must, @Nullable String is) {
        return new RejectedRow(line(), field, must + ": " + (is == null ? "it is missing" : is), fields.excerpt());
    }

    private @Nullable String reference() {
        var reference = fields.first("AcctSvcrRef");
        return reference == null || NO_REFERENCE.contains(reference) ? null : reference;
    }

    private @Nullable String payee(BigDecimal amount) {
        if (transactions() != 1) {
            return null;
        }
        var side = amount.signum() < 0 ? "Cdtr" : "Dbtr";
        return fields.first("TxDtls/RltdPties/" + side + "/Nm", "TxDtls/RltdPties/Ultmt" + side + "/Nm");
    }

    private int transactions() {
        return fields.count("TxDtls");
    }

    private @Nullable String description() {
        var about = fields.first("AddtlNtryInf");
        if (transactions() > 1) {
            var count = transactions() + " transactions";
            return about == null ? count : about + " (" + count + ")";
        }
        var remittance = remittance();
        if (!remittance.isEmpty()) {
            return remittance;
        }
        return fields.first("TxDtls/AddtlTxInf", "AddtlNtryInf");
    }

    private String remittance() {
        return Stream.of(
                        "TxDtls/RmtInf/Ustrd",
                        "TxDtls/RmtInf/Strd/CdtrRefInf/Ref",
                        "TxDtls/RmtInf/Strd/CdtrRefInf/CdtrRef",
                        "TxDtls/RmtInf/Strd/RfrdDocInf/Nb",
                        "TxDtls/RmtInf/Strd/AddtlRmtInf")
                .map(fields::first)
                .filter(Objects::nonNull)
                .collect(Collectors.joining(" "));
    }
}
