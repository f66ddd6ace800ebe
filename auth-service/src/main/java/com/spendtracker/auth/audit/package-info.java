/** What was done with an account, by whom and from where, for its owner to see. */
@NullMarked
package com.spendtracker.auth.audit;

import org.jspecify.annotations.NullMarked;
