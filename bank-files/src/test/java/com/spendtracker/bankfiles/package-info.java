/** Tests of what all formats share. */
@NullMarked
package com.spendtracker.bankfiles;

import org.jspecify.annotations.NullMarked;
