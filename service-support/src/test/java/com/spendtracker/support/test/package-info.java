/** What the tests of every service share. */
@NullMarked
package com.spendtracker.support.test;

import org.jspecify.annotations.NullMarked;
