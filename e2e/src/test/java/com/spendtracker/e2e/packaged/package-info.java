/** Tests of the artifacts themselves, as they are packaged. */
@NullMarked
package com.spendtracker.e2e.packaged;

import org.jspecify.annotations.NullMarked;
