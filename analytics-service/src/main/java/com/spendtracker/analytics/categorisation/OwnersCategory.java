package com.spendtracker.analytics.categorisation;

import org.jspecify.annotations.Nullable;

/**
 * A category of the owner for whom is decided.
 *
 * @param starter the key of the starting category that it is, null if it is none
 */
record OwnersCategory(int id, String name, @Nullable String starter) {}
