/** What was done with somebody's data as a whole, for its owner to see. */
@NullMarked
package com.spendtracker.analytics.audit;

import org.jspecify.annotations.NullMarked;
