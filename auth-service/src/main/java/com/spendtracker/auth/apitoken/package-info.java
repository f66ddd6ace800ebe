/** Tokens that people make for their programs. */
@NullMarked
package com.spendtracker.auth.apitoken;

import org.jspecify.annotations.NullMarked;
