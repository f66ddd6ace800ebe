/** Reads the files that banks give; each format in a package of its own, none known to the others. */
@NullMarked
package com.spendtracker.bankfiles;

import org.jspecify.annotations.NullMarked;
