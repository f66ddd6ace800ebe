package com.spendtracker.bankfiles.qif;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.ObjIntConsumer;

/** Counts what is left out of a file by its kind, of which a hostile file may name any number. */
final class QifTally {
    private static final int MAX_KINDS = 50;
    private static final int MAX_NAME = 40;
    private final Map<String, Integer> counts = new LinkedHashMap<>();

    void count(String name) {
        var kind = name.length() > MAX_NAME ? name.substring(0, MAX_NAME) : name;
        counts.merge(counts.size() < MAX_KINDS || counts.containsKey(kind) ? kind : "other", 1, Integer::sum);
    }

    void forEach(ObjIntConsumer<String> action) {
        counts.forEach(action::accept);
    }
}
