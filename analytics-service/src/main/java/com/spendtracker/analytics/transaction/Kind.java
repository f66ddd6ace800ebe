package com.spendtracker.analytics.transaction;

import com.fasterxml.jackson.annotation.JsonValue;
import com.spendtracker.support.problem.ProblemException;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What a movement of money is; only {@link #SPENDING} counts as spend. */
@Schema(enumAsRef = true)
public enum Kind {
    SPENDING,
    INCOME,
    TRANSFER;

    /** What the name of a kind that there is not should have been. */
    public static final String MUST = "must be spending, income or transfer";

    /** The kind of this name in the database. */
    public static Kind of(String stored) {
        return valueOf(stored.toUpperCase(Locale.ROOT));
    }

    /** The kind that a client names, null for none; 400 for one that there is not. */
    static @Nullable Kind ofQuery(@Nullable String name) {
        if (name == null || name.isBlank()) {
            return null;
        }
        Kind kind = named(name.strip());
        if (kind == null) {
            throw ProblemException.invalid("kind", MUST);
        }
        return kind;
    }

    /** The kind of this name in the API; null if there is none. */
    public static @Nullable Kind named(String name) {
        return Arrays.stream(values())
                .filter(kind -> kind.text().equals(name))
                .findFirst()
                .orElse(null);
    }

    /** The name in the database and in the API. */
    @JsonValue
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
