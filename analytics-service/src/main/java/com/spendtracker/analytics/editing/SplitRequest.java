package com.spendtracker.analytics.editing;

import com.spendtracker.support.problem.Problem.InvalidField;
import com.spendtracker.support.problem.ProblemException;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a transaction is to be split into. */
record SplitRequest(
        @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable
        List<Part> parts) {
    private static final int MAX_PARTS = 50;
    private static final int MAX_DESCRIPTION = 1_000;

    /** The parts; 400 unless there are at least two and they sum to the whole. */
    List<Part> checkedParts(BigDecimal whole) {
        if (parts == null || parts.size() < 2 || parts.size() > MAX_PARTS) {
            throw ProblemException.invalid("parts", "must be 2 to " + MAX_PARTS);
        }
        List<InvalidField> errors = new ArrayList<>();
        BigDecimal sum = BigDecimal.ZERO;
        for (int i = 0; i < parts.size(); i++) {
            Part part = parts.get(i);
            TransactionRequest.requirePlain(
                    errors, "parts[" + i + "].description", part.description(), MAX_DESCRIPTION);
            if (part.category() == null || part.category().isBlank()) {
                errors.add(new InvalidField("parts[" + i + "].category", "is required"));
            }
            if (part.amount() == null || part.amount().signum() * whole.signum() <= 0) {
                errors.add(new InvalidField("parts[" + i + "].amount", "must have the sign of the whole"));
            } else {
                sum = sum.add(part.amount());
            }
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
