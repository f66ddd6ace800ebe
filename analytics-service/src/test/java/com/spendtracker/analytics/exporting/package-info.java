/** Tests of exporting transactions through HTTP, on the real database. */
@NullMarked
package com.spendtracker.analytics.exporting;

import org.jspecify.annotations.NullMarked;
