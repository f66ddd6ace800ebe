@NullMarked
package com.spendtracker.auth.secondfactor;

import org.jspecify.annotations.NullMarked;
