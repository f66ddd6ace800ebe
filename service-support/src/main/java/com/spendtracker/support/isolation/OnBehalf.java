package com.spendtracker.support.isolation;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Optional;
import reactor.util.context.Context;
import reactor.util.context.ContextView;

/**
 * On whose behalf the database is asked. Requests with an access token are on behalf of its user; where there is none, who
 * asks writes this into the context: {@code answer.contextWrite(OnBehalf.of(userId))}. It reaches whole transactions and
 * what is outside of them, not a part of a transaction that has begun.
 */
public final class OnBehalf {
    private final String id;
    private final String parameter;
    private final String set;

    private OnBehalf(String id, String parameter, String set) {
        this.id = id;
        this.parameter = parameter;
        this.set = set;
    }

    /** Of this user, whose password or secret was right. */
    public static ContextView of(long userId) {
        return Context.of(OnBehalf.class, user(userId));
    }

    /**
     * Of the user to whom belongs what is shown, or of nobody.
     *
     * @param shown what nobody else could show, or what can be known of it: a hash, say
     * @param function of the database: answers the user's id, or null if it is nobody's
     */
    public static ContextView ofWhoeverShows(String shown, String function) {
        String id = "coalesce(" + function + "(%s), 0)::text";
        return Context.of(
                OnBehalf.class,
                new OnBehalf(
                        id, shown, "select set_config('app.user_id', " + id.formatted(literal(shown)) + ", true)"));
    }

    /** What was written here by whoever asks. */
    static Optional<OnBehalf> written(ContextView context) {
        return context.getOrEmpty(OnBehalf.class);
    }

    static OnBehalf user(long id) {
        // A number, so nothing of a statement can be in it.
        return new OnBehalf("%s", Long.toString(id), "set local app.user_id = '" + id + "'");
    }

    /** By its digits, so nothing of a statement can be in it. */
    private static String literal(String text) {
        String digits = HexFormat.of().formatHex(text.getBytes(StandardCharsets.UTF_8));
        return "convert_from(decode('" + digits + "', 'hex'), 'UTF8')";
    }

    /** SQL for the id, as a text, with this for the only parameter. */
    String id(String placeholder) {
        return id.formatted(placeholder);
    }

    /** What the only parameter is. */
    String parameter() {
        return parameter;
    }

    /** A statement that says it for the transaction it is in; without parameters, so that it goes in one packet with others. */
    String set() {
        return set;
    }
}
