@NullMarked
package com.spendtracker.support.security;

import org.jspecify.annotations.NullMarked;
