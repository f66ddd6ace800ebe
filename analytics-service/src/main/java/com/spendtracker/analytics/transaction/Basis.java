package com.spendtracker.analytics.transaction;

import com.fasterxml.jackson.annotation.JsonValue;
import com.spendtracker.support.problem.ProblemException;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Whether refunds count: net of them, or gross, as if there were none. */
@Schema(enumAsRef = true)
public enum Basis {
    NET,
    GROSS;

    /** The basis that a client names, net where it names none; 400 for one that there is not. */
    static Basis ofQuery(@Nullable String name) {
        if (name == null || name.isBlank()) {
            return NET;
        }
        return Arrays.stream(values())
                .filter(basis -> basis.text().equals(name.strip()))
                .findFirst()
                .orElseThrow(() -> ProblemException.invalid("basis", "must be net or gross"));
    }

    /** The name in the API. */
    @JsonValue
    String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
