/** Tells the database on whose behalf it is asked, so that it shows nothing of anybody else. */
@NullMarked
package com.spendtracker.support.isolation;

import org.jspecify.annotations.NullMarked;
