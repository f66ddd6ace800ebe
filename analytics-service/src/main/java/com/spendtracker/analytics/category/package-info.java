/** The categories that a user's transactions are sorted into. */
@NullMarked
package com.spendtracker.analytics.category;

import org.jspecify.annotations.NullMarked;
