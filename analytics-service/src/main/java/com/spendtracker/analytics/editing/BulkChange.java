package com.spendtracker.analytics.editing;

import com.spendtracker.analytics.transaction.Kind;
import com.spendtracker.support.problem.Problem.InvalidField;
import com.spendtracker.support.problem.ProblemException;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One change for many transactions; what is left out stays.
 *
 * @param ids at most {@value #MAX_IDS}; those that the owner does not have are passed over
 * @param kind the money keeps its direction; spending that came in is a refund
 */
record BulkChange(
        @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable
        List<Long> ids,

        @Nullable String category,
        @Nullable String merchant,

        @Schema(allowableValues = {"spending", "income", "transfer"}) @Nullable
        String kind) {
    static final int MAX_IDS = 10_000;

    List<Long> checkedIds() {
        List<InvalidField> errors = new ArrayList<>();
        if (ids == null || ids.isEmpty() || ids.size() > MAX_IDS) {
            errors.add(new InvalidField("ids", "must be 1 to " + MAX_IDS + " ids"));
        }
        if (kind != null && Kind.named(kind) == null) {
            errors.add(new InvalidField("kind", Kind.MUST));
        }
        if (category == null && merchant == null && kind == null) {
            errors.add(new InvalidField("category", "or merchant or kind is required"));
        }
        TransactionRequest.requirePlain(errors, "merchant", merchant, TransactionRequest.MAX_MERCHANT);
        if (!errors.isEmpty() || ids == null) {
            throw ProblemException.invalid(errors);
        }
        return ids;
    }
}
