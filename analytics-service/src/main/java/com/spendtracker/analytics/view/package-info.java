/** The views of the dashboard that people have saved under a name. */
@NullMarked
package com.spendtracker.analytics.view;

import org.jspecify.annotations.NullMarked;
