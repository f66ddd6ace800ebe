/** What is tested: where its parts answer, who may sign in, and what its database itself says. */
@NullMarked
package com.spendtracker.e2e.stack;

import org.jspecify.annotations.NullMarked;
