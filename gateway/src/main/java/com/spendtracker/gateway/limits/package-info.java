/** How many requests there may be, of each address and of each person. */
@NullMarked
package com.spendtracker.gateway.limits;

import org.jspecify.annotations.NullMarked;
