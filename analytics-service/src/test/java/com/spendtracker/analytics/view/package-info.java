@NullMarked
package com.spendtracker.analytics.view;

import org.jspecify.annotations.NullMarked;
