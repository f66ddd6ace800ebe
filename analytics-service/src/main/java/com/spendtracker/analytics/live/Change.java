package com.spendtracker.analytics.live;

/**
 * A committed change of one person's transactions or categories.
 *
 * @param owner whose they are
 * @param id the database transaction that made it
 */
record Change(long owner, String id) {
    private static final long EVERYBODY = 0;

    /** Stands for whatever happened while nobody was listening. */
    static final Change UNKNOWN = new Change(EVERYBODY, "unknown");

    /** Reads what the database's trigger tells: the owner and the transaction, with a colon between. */
    static Change parse(String payload) {
        int colon = payload.indexOf(':');
        return new Change(Long.parseLong(payload, 0, colon, 10), payload.substring(colon + 1));
    }

    boolean concerns(long user) {
        return owner == user || owner == EVERYBODY;
    }
}
