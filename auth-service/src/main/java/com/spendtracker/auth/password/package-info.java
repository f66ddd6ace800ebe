/** Hashes, checks and judges passwords; knows nothing of whose they are. */
@NullMarked
package com.spendtracker.auth.password;

import org.jspecify.annotations.NullMarked;
