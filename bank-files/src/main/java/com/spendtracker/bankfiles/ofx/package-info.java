/** Open Financial Exchange, versions 1.x and 2.x. */
@NullMarked
package com.spendtracker.bankfiles.ofx;

import org.jspecify.annotations.NullMarked;
