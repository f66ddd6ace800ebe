/** TLS: spoken by the gateway itself, or by a proxy before it. */
@NullMarked
package com.spendtracker.gateway.tls;

import org.jspecify.annotations.NullMarked;
