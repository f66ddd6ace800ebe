@NullMarked
package com.spendtracker.analytics.category;

import org.jspecify.annotations.NullMarked;
