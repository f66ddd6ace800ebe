package com.spendtracker.e2e.http;

import com.spendtracker.e2e.stack.DemoUser;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Signs each user in once: passwords are slow to check on purpose. */
final class Tokens {
    private static final Map<DemoUser, String> TOKENS = new ConcurrentHashMap<>();

    private Tokens() {}

    static String of(Api api, DemoUser user) {
        return TOKENS.computeIfAbsent(user, api::tokenOf);
    }
}
