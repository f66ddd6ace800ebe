/** Tests of ISO 20022 files, written by hand to the message definitions. */
@NullMarked
package com.spendtracker.bankfiles.camt;

import org.jspecify.annotations.NullMarked;
