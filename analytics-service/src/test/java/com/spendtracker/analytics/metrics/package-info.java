@NullMarked
package com.spendtracker.analytics.metrics;

import org.jspecify.annotations.NullMarked;
