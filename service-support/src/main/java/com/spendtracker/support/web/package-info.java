/** Request identifiers and the limits of the HTTP server. */
@NullMarked
package com.spendtracker.support.web;

import org.jspecify.annotations.NullMarked;
