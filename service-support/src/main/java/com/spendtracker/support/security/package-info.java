/** What makes a request authentic: a signed, unexpired access token from our issuer for our audience. */
@NullMarked
package com.spendtracker.support.security;

import org.jspecify.annotations.NullMarked;
