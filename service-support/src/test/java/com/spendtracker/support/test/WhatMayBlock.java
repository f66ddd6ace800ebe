package com.spendtracker.support.test;

import reactor.blockhound.BlockHound;
import reactor.blockhound.integration.BlockHoundIntegration;

/**
 * What may block a thread that must not wait. Tests fail on anything else that does: what is here happens once, or is over
 * in an instant.
 */
public final class WhatMayBlock implements BlockHoundIntegration {

    @Override
    public void applyTo(BlockHound.Builder builder) {
        // Classes, and what lies beside them in their jars, are read where they are first needed.
        builder.allowBlockingCallsInside("java.lang.ClassLoader", "loadClass")
                .allowBlockingCallsInside("java.lang.ClassLoader", "getResource")
                .allowBlockingCallsInside("java.lang.ClassLoader", "getResources")
                .allowBlockingCallsInside("java.util.ResourceBundle", "getBundle")
                .allowBlockingCallsInside("java.util.ServiceLoader$LazyClassPathLookupIterator", "hasNext")
                // The pages of the documentation are in a jar, which the system keeps in its memory.
                .allowBlockingCallsInside("org.springframework.core.io.AbstractFileResolvingResource", "checkReadable")
                // Queues and caches hold theirs for an instant. What waits for something to happen waits elsewhere.
                .allowBlockingCallsInside("java.util.concurrent.locks.ReentrantLock", "lock")
                // The kernel's random numbers are behind a file, which never keeps one waiting.
                .allowBlockingCallsInside("java.security.SecureRandom", "nextBytes")
                .allowBlockingCallsInside("java.security.SecureRandom", "getDefaultPRNG")
                // The description of the API is made when somebody asks for it first.
                .allowBlockingCallsInside("org.springdoc.api.AbstractOpenApiResource", "getOpenApi");
    }
}
