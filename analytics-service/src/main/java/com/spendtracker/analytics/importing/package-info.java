/** Brings the files of banks in: reads them, tells new rows from known ones, and stores all of them or none. */
@NullMarked
package com.spendtracker.analytics.importing;

import org.jspecify.annotations.NullMarked;
