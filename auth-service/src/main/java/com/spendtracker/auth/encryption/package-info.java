/** Keeps what has to be read again, and by nobody else, out of the database's reach. */
@NullMarked
package com.spendtracker.auth.encryption;

import org.jspecify.annotations.NullMarked;
