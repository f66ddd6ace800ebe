package com.spendtracker.auth.account;

/** What signing in needs to know of an account: whose it is and the encoded hash of its password. */
public record Credentials(long accountId, String passwordHash) {
    /** Keeps the hash out of logs. */
    @Override
    public String toString() {
        return "Credentials[accountId=" + accountId + "]";
    }
}
