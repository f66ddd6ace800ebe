/** Lets people write transactions by hand: add, change, split, delete and bring back. */
@NullMarked
package com.spendtracker.analytics.editing;

import org.jspecify.annotations.NullMarked;
