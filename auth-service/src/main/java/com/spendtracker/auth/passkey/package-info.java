/** Passkeys: keys of people's devices that they sign in with, which no other site can ask for. */
@NullMarked
package com.spendtracker.auth.passkey;

import org.jspecify.annotations.NullMarked;
