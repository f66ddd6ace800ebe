/** Runs the whole system on one machine: an embedded PostgreSQL and the services as child processes. */
@NullMarked
package com.spendtracker.localstack;

import org.jspecify.annotations.NullMarked;
