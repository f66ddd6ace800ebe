@NullMarked
package com.spendtracker.analytics;

import org.jspecify.annotations.NullMarked;
