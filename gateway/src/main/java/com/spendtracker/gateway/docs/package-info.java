/** The API description in a browser. */
@NullMarked
package com.spendtracker.gateway.docs;

import org.jspecify.annotations.NullMarked;
