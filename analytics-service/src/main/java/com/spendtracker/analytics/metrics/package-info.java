/** What transactions add up to. Reads, never writes. */
@NullMarked
package com.spendtracker.analytics.metrics;

import org.jspecify.annotations.NullMarked;
