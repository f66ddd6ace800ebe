/** Decides which category a movement of money belongs to, and says why. */
@NullMarked
package com.spendtracker.analytics.categorisation;

import org.jspecify.annotations.NullMarked;
