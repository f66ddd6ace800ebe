/** Tests of the whole stack by plain HTTP. */
@NullMarked
package com.spendtracker.e2e.http;

import org.jspecify.annotations.NullMarked;
