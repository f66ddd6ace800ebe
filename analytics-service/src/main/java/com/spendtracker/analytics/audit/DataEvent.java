package com.spendtracker.analytics.audit;

import java.util.Locale;

/** What can be done with somebody's data that they should know of. */
public enum DataEvent {
    TRANSACTIONS_EXPORTED,
    EVERYTHING_EXPORTED,
    TRANSACTIONS_DELETED,
    IMPORT_UNDONE;

    /** As the API and the database write it. */
    String text() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
