/** Tests of MT940 files, written by hand in the dialects of banks. */
@NullMarked
package com.spendtracker.bankfiles.mt940;

import org.jspecify.annotations.NullMarked;
