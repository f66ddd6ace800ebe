package com.spendtracker.analytics.transaction;

import java.util.List;

/**
 * The merchants that a query names, each a whole name letter by letter. A type of its own because Spring splits a
 * parameter at its commas where a collection is wanted, and names of merchants have commas.
 */
public record Merchants(List<String> names) {
    /** Every merchant, and what names none. */
    static final Merchants ALL = new Merchants(List.of());

    public Merchants {
        names = List.copyOf(names);
    }

    /** Those of a parameter's values; blank ones name nothing. */
    static Merchants of(List<String> values) {
        return new Merchants(
                values.stream().filter(name -> !name.isBlank()).distinct().toList());
    }
}
