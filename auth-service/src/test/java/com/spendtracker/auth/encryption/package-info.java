@NullMarked
package com.spendtracker.auth.encryption;

import org.jspecify.annotations.NullMarked;
