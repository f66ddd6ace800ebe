/** Hands people their data, in forms that other programs read. */
@NullMarked
package com.spendtracker.analytics.exporting;

import org.jspecify.annotations.NullMarked;
