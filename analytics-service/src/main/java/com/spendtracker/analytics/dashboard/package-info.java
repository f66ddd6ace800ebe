/** All figures of one page about spending, asked for at once. Reads, never writes. */
@NullMarked
package com.spendtracker.analytics.dashboard;

import org.jspecify.annotations.NullMarked;
