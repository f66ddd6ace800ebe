/** The PostgreSQL that tests of every module run against. */
@NullMarked
package com.spendtracker.db.test;

import org.jspecify.annotations.NullMarked;
