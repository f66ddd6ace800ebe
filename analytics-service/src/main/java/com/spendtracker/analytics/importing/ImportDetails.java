package com.spendtracker.analytics.importing;

import com.spendtracker.bankfiles.csv.CsvMapping;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The part of a report that is kept as a document. */
record ImportDetails(
        List<AccountReport> accounts,
        List<String> remarks,
        @Nullable CsvMapping mapping) {}
