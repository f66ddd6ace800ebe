/** Tests of passwords. */
@NullMarked
package com.spendtracker.auth.password;

import org.jspecify.annotations.NullMarked;
