/** Tells an open dashboard that its figures have changed, whoever changed them. */
@NullMarked
package com.spendtracker.analytics.live;

import org.jspecify.annotations.NullMarked;
