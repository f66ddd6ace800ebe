/** The bank accounts, cards and wallets that a user's transactions are on. */
@NullMarked
package com.spendtracker.analytics.account;

import org.jspecify.annotations.NullMarked;
