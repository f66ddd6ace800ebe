/** Passwords, access tokens and the keys that sign them; private keys never leave this package. */
@NullMarked
package com.spendtracker.auth.token;

import org.jspecify.annotations.NullMarked;
