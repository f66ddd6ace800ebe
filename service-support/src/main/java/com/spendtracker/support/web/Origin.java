package com.spendtracker.support.web;

import org.jspecify.annotations.Nullable;

/**
 * Where a request comes from.
 *
 * @param address as {@link ClientAddresses} tells it
 * @param client what the program calls itself, at most 200 characters; null if it does not say
 */
public record Origin(String address, @Nullable String client) {}
