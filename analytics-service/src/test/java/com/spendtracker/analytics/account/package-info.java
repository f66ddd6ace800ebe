@NullMarked
package com.spendtracker.analytics.account;

import org.jspecify.annotations.NullMarked;
