/** Sessions of browsers: what these hold is a cookie, and the access token that the services ask for stays here. */
@NullMarked
package com.spendtracker.gateway.session;

import org.jspecify.annotations.NullMarked;
