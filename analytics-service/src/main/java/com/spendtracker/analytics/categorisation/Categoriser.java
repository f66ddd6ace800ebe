package com.spendtracker.analytics.categorisation;

/** Decides for one owner. Used by one thread at a time. */
public interface Categoriser {
    /** Where this movement belongs; there is always an answer. */
    Categorisation categorise(Movement movement);
}
