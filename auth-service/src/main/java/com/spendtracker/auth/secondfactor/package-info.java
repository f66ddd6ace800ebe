/** Codes that somebody signs in with besides the password, if they want to. */
@NullMarked
package com.spendtracker.auth.secondfactor;

import org.jspecify.annotations.NullMarked;
