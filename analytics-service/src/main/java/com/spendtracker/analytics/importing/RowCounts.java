package com.spendtracker.analytics.importing;

/** What became of the rows of a file; the three add up to it. */
record RowCounts(int newRows, int duplicateRows, int rejectedRows) {
    int rows() {
        return newRows + duplicateRows + rejectedRows;
    }
}
