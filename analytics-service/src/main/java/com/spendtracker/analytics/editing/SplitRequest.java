package com.spendtracker.analytics.editing;

import com.spendtracker.analytics.transaction.Money;
import com.spendtracker.support.problem.Problem.InvalidField;
import com.spendtracker.support.problem.ProblemException;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What a transaction is to be split into. */
record SplitRequest(
        @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable
        List<Part> parts) {
    private static final int MAX_PARTS = 50;

    /** The parts; 400 unless there are at least two and they sum to the whole. */
    List<Part> checkedParts(BigDecimal whole) {
        if (parts == null || parts.size() < 2 || parts.size() > MAX_PARTS) {
            throw ProblemException.invalid("parts", "must be 2 to " + MAX_PARTS);
        }
        List<InvalidField> errors = new ArrayList<>();
        BigDecimal sum = BigDecimal.ZERO;
        for (int i = 0; i < parts.size(); i++) {
            sum = sum.add(checkedAmount(parts.get(i), "parts[" + i + "]", whole, errors));
        }
        if (errors.isEmpty() && sum.compareTo(whole) != 0) {
            errors.add(
                    new InvalidField("parts", "sum to " + sum.toPlainString() + ", not to " + whole.toPlainString()));
        }
        if (!errors.isEmpty()) {
            throw ProblemException.invalid(errors);
        }
        return parts;
    }

    /** What a part adds to the sum; nothing where it can't be stored, of which every reason is added to the errors. */
    private static BigDecimal checkedAmount(Part part, String name, BigDecimal whole, List<InvalidField> errors) {
        // What JSON leaves out arrives as null, whatever the type says.
        if (Objects.isNull(part)) {
            errors.add(new InvalidField(name, "is required"));
            return BigDecimal.ZERO;
        }
        TransactionRequest.requirePlain(
                errors, name + ".description", part.description(), TransactionRequest.MAX_DESCRIPTION);
        if (part.category() == null || part.category().isBlank()) {
            errors.add(new InvalidField(name + ".category", "is required"));
        }
        BigDecimal amount = part.amount();
        if (amount == null || amount.signum() * whole.signum() <= 0) {
            errors.add(new InvalidField(name + ".amount", "must have the sign of the whole"));
            return BigDecimal.ZERO;
        }
        // More decimals than are stored would be rounded, and the parts no longer be the whole.
        if (!Money.fits(amount)) {
            errors.add(new InvalidField(name + ".amount", Money.MUST));
            return BigDecimal.ZERO;
        }
        return amount;
    }

    /**
     * A part of a transaction.
     *
     * @param amount signed as the whole
     * @param description the whole's, if it is left out
     */
    record Part(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable
            BigDecimal amount,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable
            String category,

            @Nullable String description) {}
}
