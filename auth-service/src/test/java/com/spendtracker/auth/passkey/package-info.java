@NullMarked
package com.spendtracker.auth.passkey;

import org.jspecify.annotations.NullMarked;
