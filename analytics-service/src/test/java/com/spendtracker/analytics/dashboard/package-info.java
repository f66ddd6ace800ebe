@NullMarked
package com.spendtracker.analytics.dashboard;

import org.jspecify.annotations.NullMarked;
