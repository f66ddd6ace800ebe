--liquibase formatted sql

-- What lets the figures of a hundred thousand transactions be told while somebody waits; bench/README.md has what each is worth.

--changeset spend-tracker:indexes-of-filters
CREATE INDEX daily_totals_category_idx ON analytics.daily_totals (user_id, category_id, kind, day);
CREATE INDEX transactions_merchant_idx ON analytics.transactions (user_id, merchant, transaction_date);
