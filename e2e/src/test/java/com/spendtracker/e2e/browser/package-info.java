/** Tests of the whole stack in a real browser. */
@NullMarked
package com.spendtracker.e2e.browser;

import org.jspecify.annotations.NullMarked;
