/** The whole service as its callers see it, on a real database. */
@NullMarked
package com.spendtracker.auth;

import org.jspecify.annotations.NullMarked;
