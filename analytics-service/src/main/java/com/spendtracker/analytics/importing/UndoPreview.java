package com.spendtracker.analytics.importing;

/**
 * What undoing an import would remove.
 *
 * @param edited how many of the transactions were changed since
 */
record UndoPreview(int transactions, int edited) {}
