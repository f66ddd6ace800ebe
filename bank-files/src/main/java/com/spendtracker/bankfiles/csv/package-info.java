/** Comma-separated values in the dialects of banks. */
@NullMarked
package com.spendtracker.bankfiles.csv;

import org.jspecify.annotations.NullMarked;
