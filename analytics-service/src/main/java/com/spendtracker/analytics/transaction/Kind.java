package com.spendtracker.analytics.transaction;

import com.fasterxml.jackson.annotation.JsonValue;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Locale;

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

    /** The name in the database and in the API. */
    @JsonValue
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
