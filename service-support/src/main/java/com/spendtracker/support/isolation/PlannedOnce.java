package com.spendtracker.support.isolation;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.beans.factory.annotation.Qualifier;

/**
 * The database asked by plans that are made once for a connection, whatever owner and dates are asked for: where one plan is right
 * for all of them, to make it anew costs several times what the answer does. Not for what is written, and not within
 * a transaction.
 */
@Qualifier
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.PARAMETER})
public @interface PlannedOnce {}
