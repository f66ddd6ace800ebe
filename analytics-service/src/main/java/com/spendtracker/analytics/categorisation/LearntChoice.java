package com.spendtracker.analytics.categorisation;

/**
 * What an owner has chosen for a merchant most often.
 *
 * @param merchant in lower case
 * @param incoming whether the choices were about money that came in
 * @param choices how many there were
 */
record LearntChoice(String merchant, boolean incoming, int categoryId, String kind, int choices) {}
