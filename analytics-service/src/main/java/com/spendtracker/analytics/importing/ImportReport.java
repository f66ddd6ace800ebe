package com.spendtracker.analytics.importing;

import com.spendtracker.bankfiles.Question;
import com.spendtracker.bankfiles.csv.CsvColumn;
import com.spendtracker.bankfiles.csv.CsvMapping;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What became of one file, or would become of it, with its rows.
 *
 * @param mapping how the columns of a CSV file were understood
 * @param columns what a CSV file has in its columns, in a preview
 * @param questions what the file leaves open: it can't be imported before they are answered
 * @param sample the first new rows as they will be stored, in a preview
 * @param duplicates the first rows that are there already
 * @param rejected the first rows that can't be stored
 */
record ImportReport(
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
        List<String> remarks,
        @Nullable CsvMapping mapping,
        List<CsvColumn> columns,
        List<Question> questions,
        List<ImportRow> sample,
        List<ImportRow> duplicates,
        List<ImportRow> rejected) {}
