package com.spendtracker.analytics.importing;

import org.jspecify.annotations.Nullable;

/** Builds rows of PostgreSQL's COPY text format: columns between tabs, a backslash before what would end one. */
final class CopyText {
    private final StringBuilder text = new StringBuilder();
    private boolean atStart = true;

    /** Adds a column; null is SQL's null. */
    CopyText column(@Nullable Object value) {
        if (!atStart) {
            text.append('\t');
        }
        atStart = false;
        if (value == null) {
            text.append("\\N");
        } else if (value instanceof String string) {
            escape(string);
        } else {
            text.append(value);
        }
        return this;
    }

    void endRow() {
        text.append('\n');
        atStart = true;
    }

    int length() {
        return text.length();
    }

    /** What was built since the last time. */
    String take() {
        String taken = text.toString();
        text.setLength(0);
        return taken;
    }

    private void escape(String string) {
        for (int i = 0; i < string.length(); i++) {
            char c = string.charAt(i);
            switch (c) {
                case '\\' -> text.append("\\\\");
                case '\t' -> text.append("\\t");
                case '\n' -> text.append("\\n");
                case '\r' -> text.append("\\r");
                default -> text.append(c);
            }
        }
    }
}
