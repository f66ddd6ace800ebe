package com.spendtracker.bankfiles.camt;

import com.spendtracker.bankfiles.AccountReference;
import com.spendtracker.bankfiles.Balance;
import com.spendtracker.bankfiles.StatementEnd;
import com.spendtracker.bankfiles.StatementStart;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a statement, report or notification says about its account, before and beside its entries. */
final class CamtStatement {
    static final Set<String> ACCOUNT =
            Set.of("Id/IBAN", "Id/Othr/Id", "Id/BBAN", "Id/UPIC", "Id/PrtryAcct/Id", "Nm", "Ccy");
    static final Set<String> BALANCE = Set.of("Tp/Cd", "Amt", "CdtDbtInd", "Dt/Dt", "Dt/DtTm");
    private static final Set<String> BOOKED = Set.of("OPBD", "PRCD", "CLBD");

    private final int line;
    private final Map<String, Balance> balances = new HashMap<>();
    private @Nullable CamtFields account;
    private @Nullable String said;
    private @Nullable String likely;
    private boolean started;
    private int leftOut;

    CamtStatement(int line) {
        this.line = line;
    }

    void account(CamtFields fields) {
        account = fields;
    }

    void balance(CamtFields fields) {
        var type = fields.first("Tp/Cd");
        var amount = CamtAmount.signed(fields);
        if (type != null && BOOKED.contains(type) && amount != null) {
            balances.putIfAbsent(type, new Balance(fields.day("Dt"), amount, fields.currency("Amt")));
        }
    }

    boolean isStarted() {
        return started;
    }

    /**
     * The beginning, known when the account and its balances are.
     *
     * @param entryCurrency the currency of the first entry, which is the account's if nothing else says it
     */
    StatementStart start(@Nullable String entryCurrency) {
        started = true;
        said = saidCurrency();
        likely = said == null ? entryCurrency : said;
        return new StatementStart(line, new AccountReference(identifier(), account("Nm"), likely));
    }

    private @Nullable String identifier() {
        var id = account("Id/IBAN", "Id/Othr/Id", "Id/BBAN", "Id/UPIC", "Id/PrtryAcct/Id");
        return id == null ? null : id.replace(" ", "");
    }

    private @Nullable String account(String... paths) {
        return account == null ? null : account.first(paths);
    }

    private @Nullable String saidCurrency() {
        var own = account("Ccy");
        if (own != null) {
            return own;
        }
        var currencies = balances.values().stream()
                .map(Balance::currency)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        return currencies.size() == 1 ? currencies.getFirst() : null;
    }

    /** The account's currency if the statement says it, itself or by balances that agree; known once it is started. */
    @Nullable
    String currency() {
        return said;
    }

    void leaveOut() {
        leftOut++;
    }

    /** How many entries are not booked. */
    int leftOut() {
        return leftOut;
    }

    StatementEnd end(int endLine) {
        var opening = balance("OPBD");
        return new StatementEnd(endLine, opening == null ? balance("PRCD") : opening, balance("CLBD"));
    }

    // What the account is said to hold in another currency is not what its entries add up to.
    private @Nullable Balance balance(String type) {
        var balance = balances.get(type);
        boolean other =
                balance != null && likely != null && balance.currency() != null && !likely.equals(balance.currency());
        return other ? null : balance;
    }
}
