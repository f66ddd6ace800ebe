/** Tests of importing through HTTP, on the real database. */
@NullMarked
package com.spendtracker.analytics.importing;

import org.jspecify.annotations.NullMarked;
