package com.spendtracker.analytics.transaction;

import com.fasterxml.jackson.annotation.JsonValue;
import com.spendtracker.support.problem.ProblemException;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What a movement of money is; only {@link #SPENDING} counts as spend. */
@Schema(enumAsRef = true)
public enum Kind {
    SPENDING,
    INCOME,
    TRANSFER;

    /** The kind of this name in the database. */
    public static Kind of(String stored) {
        return valueOf(stored.toUpperCase(Locale.ROOT));
    }

    /** The kind that a client names, null for none; 400 for one that there is not. */
    static @Nullable Kind ofQuery(@Nullable String name) {
        if (name == null || name.isBlank()) {
            return null;
        }
        for (Kind kind : values()) {
            if (kind.text().equals(name.strip())) {
                return kind;
            }
        }
        throw ProblemException.invalid("kind", "must be spending, income or transfer");
    }

    /** The name in the database and in the API. */
    @JsonValue
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
