package com.spendtracker.analytics.importing;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What became of one file.
 *
 * @param id 0 for a preview
 * @param format csv, ofx, qif, camt or mt940
 * @param createdAt when it was imported, null for a preview
 * @param undoneAt when it was undone, null if it was not
 * @param rows new, duplicate and rejected rows together
 * @param remarks what else its owner should know, as sentences
 */
record ImportSummary(
        int id,
        String fileName,
        String format,

        @Schema(
                types = {"string", "null"},
                format = "date-time")
        @Nullable
        Instant createdAt,

        @Schema(
                types = {"string", "null"},
                format = "date-time")
        @Nullable
        Instant undoneAt,

        int rows,
        int newRows,
        int duplicateRows,
        int rejectedRows,
        List<AccountReport> accounts,
        List<String> remarks) {}
