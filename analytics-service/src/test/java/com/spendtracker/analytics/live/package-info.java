@NullMarked
package com.spendtracker.analytics.live;

import org.jspecify.annotations.NullMarked;
