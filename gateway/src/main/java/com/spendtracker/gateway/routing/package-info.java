/** What may pass: who must show a token, and how much may be sent. */
@NullMarked
package com.spendtracker.gateway.routing;

import org.jspecify.annotations.NullMarked;
