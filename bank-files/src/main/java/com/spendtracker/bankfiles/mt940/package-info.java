/** SWIFT MT940 customer statements. */
@NullMarked
package com.spendtracker.bankfiles.mt940;

import org.jspecify.annotations.NullMarked;
