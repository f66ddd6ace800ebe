package com.spendtracker.db;

/** The program that migrates the database and exits: 0 when the schema is up to date, 1 with one line that says why not. */
public final class Migrate {

    private Migrate() {}

    public static void main(String[] args) {
        try {
            new Migrator(MigrationSettings.from(System.getenv()), System.out::println).migrate();
        } catch (MigrationException failure) {
            System.err.println("Migration failed: " + failure.getMessage());
            System.exit(1);
        }
    }
}
