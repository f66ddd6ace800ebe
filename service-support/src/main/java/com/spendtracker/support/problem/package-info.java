/** RFC 9457 problem details for every error that leaves a service. */
@NullMarked
package com.spendtracker.support.problem;

import org.jspecify.annotations.NullMarked;
