/** The gateway: the one public door. */
@NullMarked
package com.spendtracker.gateway;

import org.jspecify.annotations.NullMarked;
