package com.spendtracker.auth.apitoken;

/** What an API token allows: to act for this user, and {@code read} or {@code write}. */
public record ApiGrant(long userId, String scope) {}
