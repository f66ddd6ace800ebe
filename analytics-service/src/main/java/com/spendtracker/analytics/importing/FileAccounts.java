package com.spendtracker.analytics.importing;

import com.spendtracker.bankfiles.AccountReference;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Finds out which of their owner's accounts the accounts of one file are. Used by one thread at a time. */
final class FileAccounts {
    private static final String NAMELESS = "My account";
    private static final String USUAL_CURRENCY = "EUR";
    private static final int MAX_LENGTH = 100;

    private final List<KnownAccount> known;
    private final ImportOptions options;
    private final List<FileAccount> found = new ArrayList<>();
    private final Map<AccountReference, FileAccount> byReference = new HashMap<>();

    FileAccounts(List<KnownAccount> known, ImportOptions options) {
        this.known = List.copyOf(known);
        this.options = options;
    }

    /** The accounts that the file has turned out to be about, in its order. */
    List<FileAccount> found() {
        return List.copyOf(found);
    }

    /** The account of a file that names none: the one that its sender named. */
    FileAccount unnamed() {
        return of(new AccountReference(null, null, null));
    }

    /** The account that a file means by this; equal references are one account. */
    FileAccount of(AccountReference reference) {
        return byReference.computeIfAbsent(reference, this::resolve);
    }

    private FileAccount resolve(AccountReference reference) {
        String identifier = cut(reference.identifier());
        KnownAccount same = same(identifier, nameFor(reference));
        if (same != null) {
            FileAccount already = alreadyFound(same);
            return already != null ? already : add(same, same.name(), identifier, currencyOf(reference, same));
        }
        return add(null, freeName(nameFor(reference)), identifier, currencyOf(reference, null));
    }

    // The name that the sender chose is for the one account of a file, not for each of several.
    private String nameFor(AccountReference reference) {
        String chosen = found.isEmpty() ? options.account() : null;
        String name = chosen != null ? chosen : cut(reference.name());
        String fallback = cut(reference.identifier());
        return name != null ? name : fallback != null ? fallback : NAMELESS;
    }

    private @Nullable KnownAccount same(@Nullable String identifier, String name) {
        for (KnownAccount account : known) {
            if (identifier != null && identifier.equals(account.identifier())) {
                return account;
            }
        }
        for (KnownAccount account : known) {
            boolean compatible = identifier == null || account.identifier() == null;
            if (compatible && account.name().equalsIgnoreCase(name)) {
                return account;
            }
        }
        return null;
    }

    private @Nullable FileAccount alreadyFound(KnownAccount account) {
        return found.stream()
                .filter(candidate -> account.equals(candidate.known()))
                .findFirst()
                .orElse(null);
    }

    private FileAccount add(@Nullable KnownAccount account, String name, @Nullable String identifier, String currency) {
        FileAccount added = new FileAccount(found.size(), account, name, identifier, currency);
        found.add(added);
        return added;
    }

    private String freeName(String wanted) {
        String name = wanted;
        for (int i = 2; isTaken(name); i++) {
            name = wanted.substring(0, Math.min(wanted.length(), MAX_LENGTH - 6)) + " (" + i + ")";
        }
        return name;
    }

    private boolean isTaken(String name) {
        return known.stream().anyMatch(account -> account.name().equalsIgnoreCase(name))
                || found.stream().anyMatch(account -> account.name().equalsIgnoreCase(name));
    }

    private String currencyOf(AccountReference reference, @Nullable KnownAccount account) {
        if (reference.currency() != null) {
            return reference.currency().toUpperCase(Locale.ROOT);
        }
        if (options.currency() != null) {
            return options.currency();
        }
        if (account != null && account.currency() != null) {
            return account.currency();
        }
        return known.stream()
                .map(KnownAccount::currency)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(USUAL_CURRENCY);
    }

    private static @Nullable String cut(@Nullable String text) {
        if (text == null || text.isBlank()) {
            return null;
        }
        String tidy = text.strip();
        return tidy.substring(0, Math.min(tidy.length(), MAX_LENGTH)).strip();
    }
}
