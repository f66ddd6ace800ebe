/** Quicken Interchange Format. */
@NullMarked
package com.spendtracker.bankfiles.qif;

import org.jspecify.annotations.NullMarked;
