package com.spendtracker.analytics.category;

/**
 * What went from one category into another.
 *
 * @param transactions how many
 * @param rules how many
 */
record CategoryMerged(long transactions, long rules) {}
