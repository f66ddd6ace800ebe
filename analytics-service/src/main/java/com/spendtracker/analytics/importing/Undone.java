package com.spendtracker.analytics.importing;

/** How many transactions undoing an import has removed. */
record Undone(long removed) {}
