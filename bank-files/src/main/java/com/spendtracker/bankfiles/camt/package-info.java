/** ISO 20022 account reports, statements and notifications. */
@NullMarked
package com.spendtracker.bankfiles.camt;

import org.jspecify.annotations.NullMarked;
