package com.spendtracker.e2e.stack;

import java.net.URI;

/**
 * The stack under test, as far as tests need to know it.
 *
 * @param gateway the public address
 * @param auth the auth-service's own address
 * @param analytics the analytics-service's own address
 * @param database its database, seen by the administrator
 */
public record Stack(URI gateway, URI auth, URI analytics, Database database) {
    /** What the right answers are. */
    public Ledger ledger() {
        return new Ledger(database);
    }
}
