package com.spendtracker.auth.token;

import java.time.Duration;

/** An access token in compact form, and how long it is good for. */
record AccessToken(String value, Duration lifetime) {
    /** Keeps the token out of logs. */
    @Override
    public String toString() {
        return "AccessToken[lifetime=" + lifetime + "]";
    }
}
