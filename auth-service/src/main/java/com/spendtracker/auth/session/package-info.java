/** Where people are signed in, for how long, and how that ends. */
@NullMarked
package com.spendtracker.auth.session;

import org.jspecify.annotations.NullMarked;
