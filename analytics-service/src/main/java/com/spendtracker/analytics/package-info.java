/** The analytics service: transactions and what they add up to. */
@NullMarked
package com.spendtracker.analytics;

import org.jspecify.annotations.NullMarked;
