package com.spendtracker.analytics.importing;

import org.jspecify.annotations.Nullable;

/** An account that its owner has already. */
record KnownAccount(
        int id,
        String name,
        @Nullable String identifier,
        @Nullable String currency) {}
