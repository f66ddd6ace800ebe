@NullMarked
package com.spendtracker.analytics.isolation;

import org.jspecify.annotations.NullMarked;
