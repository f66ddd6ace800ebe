--liquibase formatted sql

-- Sums that are read from their index alone, and kept by one trigger instead of two where transactions are added.
-- What is below takes the place of roll_up_inserted in 0006 and of the first trigger of 0010. Those run again if their text
-- changes, and what is below does not: whoever changes them has to change this too.

--changeset spend-tracker:sums-in-their-index
-- The rows of one person lie all over a table in which many people's days are added as they come, each on a page of its own;
-- in the index they are side by side. A sum that changes is then a new entry of the index, too: bench/README.md has
-- what both come to.
ALTER TABLE analytics.daily_totals DROP CONSTRAINT daily_totals_pkey,
    ADD PRIMARY KEY (user_id, kind, day, category_id, currency)
        INCLUDE (total, refunds, transaction_count, refund_count, largest);
ALTER TABLE analytics.day_totals DROP CONSTRAINT day_totals_pkey,
    ADD PRIMARY KEY (user_id, kind, day, currency) INCLUDE (total, refunds, transaction_count, refund_count, largest);
ALTER TABLE analytics.month_totals DROP CONSTRAINT month_totals_pkey,
    ADD PRIMARY KEY (user_id, kind, month, category_id, currency)
        INCLUDE (total, refunds, transaction_count, refund_count);
ALTER TABLE analytics.monthly_merchants DROP CONSTRAINT monthly_merchants_pkey,
    ADD PRIMARY KEY (user_id, month, merchant, category_id, currency)
        INCLUDE (total, refunds, transaction_count, refund_count);

--changeset spend-tracker:sums-of-what-is-added splitStatements:false runOnChange:true
-- All four, table by table and in the order of their keys, as whoever changes or deletes does. What is added makes no sum
-- smaller, so nothing is to be sought or removed.
CREATE OR REPLACE FUNCTION analytics.roll_up_inserted() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog
AS $$
BEGIN
    INSERT INTO analytics.daily_totals AS d
    SELECT user_id, kind, transaction_date, category_id, currency,
           sum(amount), coalesce(sum(amount) FILTER (WHERE amount < 0), 0),
           count(*), count(*) FILTER (WHERE amount < 0), max(amount)
    FROM added
    GROUP BY user_id, kind, transaction_date, category_id, currency
    ORDER BY user_id, transaction_date, category_id, kind, currency
    ON CONFLICT (user_id, kind, day, category_id, currency) DO UPDATE
    SET total = d.total + excluded.total,
        refunds = d.refunds + excluded.refunds,
        transaction_count = d.transaction_count + excluded.transaction_count,
        refund_count = d.refund_count + excluded.refund_count,
        largest = greatest(d.largest, excluded.largest);

    INSERT INTO analytics.monthly_merchants AS m
    SELECT user_id, month, merchant, category_id, currency,
           sum(amount), coalesce(sum(amount) FILTER (WHERE amount < 0), 0),
           count(*), count(*) FILTER (WHERE amount < 0)
    FROM (SELECT date_trunc('month', transaction_date::timestamp)::date AS month, * FROM added) AS a
    WHERE kind = 'spending' AND merchant IS NOT NULL
    GROUP BY user_id, month, merchant, category_id, currency
    ORDER BY user_id, month, category_id, merchant, currency
    ON CONFLICT (user_id, month, merchant, category_id, currency) DO UPDATE
    SET total = m.total + excluded.total,
        refunds = m.refunds + excluded.refunds,
        transaction_count = m.transaction_count + excluded.transaction_count,
        refund_count = m.refund_count + excluded.refund_count;

    INSERT INTO analytics.day_totals AS d
    SELECT user_id, kind, transaction_date, currency,
           sum(amount), coalesce(sum(amount) FILTER (WHERE amount < 0), 0),
           count(*), count(*) FILTER (WHERE amount < 0), max(amount)
    FROM added
    GROUP BY user_id, kind, transaction_date, currency
    ORDER BY user_id, transaction_date, kind, currency
    ON CONFLICT (user_id, kind, day, currency) DO UPDATE
    SET total = d.total + excluded.total,
        refunds = d.refunds + excluded.refunds,
        transaction_count = d.transaction_count + excluded.transaction_count,
        refund_count = d.refund_count + excluded.refund_count,
        largest = greatest(d.largest, excluded.largest);

    INSERT INTO analytics.month_totals AS m
    SELECT user_id, kind, month, category_id, currency,
           sum(amount), coalesce(sum(amount) FILTER (WHERE amount < 0), 0),
           count(*), count(*) FILTER (WHERE amount < 0)
    FROM (SELECT date_trunc('month', transaction_date::timestamp)::date AS month, * FROM added) AS a
    GROUP BY user_id, kind, month, category_id, currency
    ORDER BY user_id, month, category_id, kind, currency
    ON CONFLICT (user_id, kind, month, category_id, currency) DO UPDATE
    SET total = m.total + excluded.total,
        refunds = m.refunds + excluded.refunds,
        transaction_count = m.transaction_count + excluded.transaction_count,
        refund_count = m.refund_count + excluded.refund_count;
    RETURN NULL;
END
$$;

--changeset spend-tracker:one-trigger-for-what-is-added
DROP TRIGGER transactions_inserted_roll_up_coarsely ON analytics.transactions;
DROP FUNCTION analytics.roll_up_inserted_coarsely();
