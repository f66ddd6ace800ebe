/** Whether everything behind the gateway is up. */
@NullMarked
package com.spendtracker.gateway.health;

import org.jspecify.annotations.NullMarked;
