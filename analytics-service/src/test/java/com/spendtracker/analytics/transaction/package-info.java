@NullMarked
package com.spendtracker.analytics.transaction;

import org.jspecify.annotations.NullMarked;
