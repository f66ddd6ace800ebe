@NullMarked
package com.spendtracker.gateway.session;

import org.jspecify.annotations.NullMarked;
