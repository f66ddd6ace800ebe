/** People and what is stored about them; knows nothing of tokens. */
@NullMarked
package com.spendtracker.auth.account;

import org.jspecify.annotations.NullMarked;
