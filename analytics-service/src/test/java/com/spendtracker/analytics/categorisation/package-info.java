@NullMarked
package com.spendtracker.analytics.categorisation;

import org.jspecify.annotations.NullMarked;
