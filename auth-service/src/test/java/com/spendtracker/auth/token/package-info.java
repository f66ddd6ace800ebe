/** Passwords and keys at work, on a real database where one is needed. */
@NullMarked
package com.spendtracker.auth.token;

import org.jspecify.annotations.NullMarked;
