package com.spendtracker.analytics.importing;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An import as it is recorded.
 *
 * @param details {@link ImportDetails} as JSON
 */
record StoredImport(
        int id,
        String requestHash,
        String fileName,
        String format,
        RowCounts counts,
        String details,
        Instant createdAt,
        @Nullable Instant undoneAt) {}
