package com.spendtracker.db;

import static org.assertj.core.api.Assertions.assertThat;

import com.spendtracker.db.test.TestDatabase;
import java.sql.Connection;
import org.junit.jupiter.api.Test;

/** Migrations of a real PostgreSQL. */
class MigratorTests {

    @Test
    void migrateWhenFreshThenTablesBelongToOwner() throws Exception {
        try (Connection connection = TestDatabase.get().adminConnection()) {
            assertThat(Sql.number(
                            connection, "SELECT count(*) FROM pg_tables WHERE tableowner = 'spend_tracker_owner'"))
                    .isGreaterThanOrEqualTo(6);
        }
    }
}
