package com.spendtracker.support.isolation;

import io.r2dbc.pool.ConnectionPool;
import io.r2dbc.pool.ConnectionPoolConfiguration;
import io.r2dbc.spi.ConnectionFactory;
import io.r2dbc.spi.Option;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.r2dbc.ConnectionFactoryBuilder;
import org.springframework.boot.r2dbc.autoconfigure.R2dbcProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.r2dbc.core.DatabaseClient;

/** Connections of their own for what is {@link PlannedOnce}, as PostgreSQL is told for a connection how to plan. */
@AutoConfiguration(afterName = "org.springframework.boot.r2dbc.autoconfigure.R2dbcAutoConfiguration")
@ConditionalOnProperty("spend-tracker.planned-once")
class PlannedOnceAutoConfiguration {
    // A plan that was made while there was little to read must not go on reading all of it.
    private static final String SETTINGS =
            "plan_cache_mode=force_generic_plan;enable_seqscan=off;max_parallel_workers_per_gather=0";

    @PlannedOnce
    @Bean(defaultCandidate = false, destroyMethod = "dispose")
    ConnectionFactory plannedOnceConnections(ConnectionFactory others, R2dbcProperties properties) {
        ConnectionFactory connections = ConnectionFactoryBuilder.derivedFrom(others)
                .configure(options -> options.option(Option.valueOf("options"), SETTINGS))
                .build();
        R2dbcProperties.Pool pool = properties.getPool();
        return new ConnectionPool(ConnectionPoolConfiguration.builder(connections)
                .initialSize(1)
                .maxSize(Math.max(1, pool.getMaxSize() / 2))
                .maxAcquireTime(pool.getMaxAcquireTime())
                .maxCreateConnectionTime(pool.getMaxCreateConnectionTime())
                .maxLifeTime(pool.getMaxLifeTime())
                .build());
    }

    @PlannedOnce
    @Bean(defaultCandidate = false)
    DatabaseClient plannedOnce(@PlannedOnce ConnectionFactory connections) {
        return DatabaseClient.create(connections);
    }
}
