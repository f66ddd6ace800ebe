@NullMarked
package com.spendtracker.gateway.limits;

import org.jspecify.annotations.NullMarked;
