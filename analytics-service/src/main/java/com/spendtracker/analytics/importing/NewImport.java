package com.spendtracker.analytics.importing;

import org.jspecify.annotations.Nullable;

/**
 * What is recorded of an import.
 *
 * @param key what the client calls its request
 * @param details the rest of the report, as JSON
 */
record NewImport(
        @Nullable String key,
        String requestHash,
        String fileName,
        long fileSize,
        String format,
        RowCounts counts,
        String details) {}
