/** Signing in, and the tokens that the other services trust. */
@NullMarked
package com.spendtracker.auth;

import org.jspecify.annotations.NullMarked;
