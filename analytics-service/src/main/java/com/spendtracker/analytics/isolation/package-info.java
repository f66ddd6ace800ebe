/** Tells the database on whose behalf it is asked, so that it shows nothing of anybody else. */
@NullMarked
package com.spendtracker.analytics.isolation;

import org.jspecify.annotations.NullMarked;
