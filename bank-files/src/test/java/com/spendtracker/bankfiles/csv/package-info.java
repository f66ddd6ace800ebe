/** Tests of CSV files, written by hand in the dialects of banks. */
@NullMarked
package com.spendtracker.bankfiles.csv;

import org.jspecify.annotations.NullMarked;
