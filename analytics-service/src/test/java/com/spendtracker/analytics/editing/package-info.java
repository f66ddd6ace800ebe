/** Tests of editing transactions through HTTP, on the real database. */
@NullMarked
package com.spendtracker.analytics.editing;

import org.jspecify.annotations.NullMarked;
