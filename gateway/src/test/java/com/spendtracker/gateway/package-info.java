@NullMarked
package com.spendtracker.gateway;

import org.jspecify.annotations.NullMarked;
