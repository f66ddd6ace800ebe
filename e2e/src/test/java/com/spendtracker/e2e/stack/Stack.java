package com.spendtracker.e2e.stack;

import java.net.URI;

/**
 * The stack under test, as far as tests need to know it.
 *
 * @param gateway the public address
 * @param auth the auth-service's own address
 * @param analytics the analytics-service's own address
 * @param database its database, seen by the administrator
 * @param keyEncryptionKey what the signing keys in it are encrypted under, as base64
 */
public record Stack(URI gateway, URI auth, URI analytics, Database database, String keyEncryptionKey) {
    /** What the right answers are. */
    public Ledger ledger() {
        return new Ledger(database);
    }

    /** Keeps the secret out of test names and logs. */
    @Override
    public String toString() {
        return "the stack at " + gateway;
    }
}
