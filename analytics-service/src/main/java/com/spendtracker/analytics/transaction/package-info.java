/** The kernel: transactions, and the filter by which every question about them is asked. */
@NullMarked
package com.spendtracker.analytics.transaction;

import org.jspecify.annotations.NullMarked;
