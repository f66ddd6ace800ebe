--liquibase formatted sql

-- Sums that are kept instead of added up anew for every question. Triggers keep them within the transaction that writes,
-- so that they are never behind, whoever writes.

--changeset spend-tracker:roll-up-tables
-- Without foreign keys and checks: these cost an import more than the sums themselves, and a change is first proposed as a
-- row of its own, with a negative count. Nobody but the triggers writes, and one of them forgets who is deleted.
CREATE TABLE analytics.daily_totals (
    user_id           bigint         NOT NULL,
    kind              text           NOT NULL,
    day               date           NOT NULL,
    category_id       integer        NOT NULL,
    currency          text           NOT NULL,
    total             numeric(23, 4) NOT NULL,
    refunds           numeric(23, 4) NOT NULL,
    transaction_count integer        NOT NULL,
    refund_count      integer        NOT NULL,
    largest           numeric(19, 4) NOT NULL,
    PRIMARY KEY (user_id, kind, day, category_id, currency)
);
COMMENT ON TABLE analytics.daily_totals IS 'What the transactions of each day come to; kept by triggers, never written otherwise';
COMMENT ON COLUMN analytics.daily_totals.total IS 'Of all amounts, so net of refunds';
COMMENT ON COLUMN analytics.daily_totals.refunds IS 'Of the negative amounts: total less refunds is gross';
COMMENT ON COLUMN analytics.daily_totals.transaction_count IS 'Never 0 once a statement has ended: such rows go';
COMMENT ON COLUMN analytics.daily_totals.largest IS 'The largest single amount';
GRANT SELECT ON analytics.daily_totals TO analytics_service;

CREATE TABLE analytics.monthly_merchants (
    user_id           bigint         NOT NULL,
    month             date           NOT NULL,
    merchant          text           NOT NULL,
    category_id       integer        NOT NULL,
    currency          text           NOT NULL,
    total             numeric(23, 4) NOT NULL,
    refunds           numeric(23, 4) NOT NULL,
    transaction_count integer        NOT NULL,
    refund_count      integer        NOT NULL,
    PRIMARY KEY (user_id, month, merchant, category_id, currency)
);
COMMENT ON TABLE analytics.monthly_merchants IS 'What was spent at each merchant in each month; kept by triggers, never written otherwise';
COMMENT ON COLUMN analytics.monthly_merchants.month IS 'Its first day';
COMMENT ON COLUMN analytics.monthly_merchants.total IS 'Of all amounts, so net of refunds';
COMMENT ON COLUMN analytics.monthly_merchants.refunds IS 'Of the negative amounts: total less refunds is gross';
COMMENT ON COLUMN analytics.monthly_merchants.transaction_count IS 'Never 0 once a statement has ended: such rows go';
GRANT SELECT ON analytics.monthly_merchants TO analytics_service;

-- What the two tables must hold, column by column.
CREATE VIEW analytics.daily_sums AS
SELECT user_id, kind, transaction_date AS day, category_id, currency,
       sum(amount)::numeric(23, 4) AS total,
       coalesce(sum(amount) FILTER (WHERE amount < 0), 0)::numeric(23, 4) AS refunds,
       count(*)::integer AS transaction_count,
       (count(*) FILTER (WHERE amount < 0))::integer AS refund_count,
       max(amount)::numeric(19, 4) AS largest
FROM analytics.transactions
GROUP BY user_id, kind, day, category_id, currency;
COMMENT ON VIEW analytics.daily_sums IS 'What daily_totals must hold, added up anew';

CREATE VIEW analytics.merchant_sums AS
SELECT user_id, date_trunc('month', transaction_date::timestamp)::date AS month, merchant, category_id, currency,
       sum(amount)::numeric(23, 4) AS total,
       coalesce(sum(amount) FILTER (WHERE amount < 0), 0)::numeric(23, 4) AS refunds,
       count(*)::integer AS transaction_count,
       (count(*) FILTER (WHERE amount < 0))::integer AS refund_count
FROM analytics.transactions
WHERE kind = 'spending' AND merchant IS NOT NULL
GROUP BY user_id, month, merchant, category_id, currency;
COMMENT ON VIEW analytics.merchant_sums IS 'What monthly_merchants must hold, added up anew';

--changeset spend-tracker:roll-up-functions splitStatements:false runOnChange:true
-- What is common to the three functions below:
-- Rows are written, and so locked, in one order: two statements may wait for each other, but not in a circle.
-- What a statement needs to know of other writers it asks after the lock, by a statement of its own, which sees what those
-- have committed who held the row before.
-- Plans are kept for the session, whether one row changes next or a million: so nothing is joined, rows are found again by
-- their place (ctid, which cannot change under a lock), and small tables are not read as a whole because they were small once.

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
    RETURN NULL;
END
$$;

-- The old rows are taken off and the new ones added in one pass. What comes to nothing is left out, so that a change of
-- descriptions touches no sum.
CREATE OR REPLACE FUNCTION analytics.roll_up_updated() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog SET enable_seqscan = off SET plan_cache_mode = force_generic_plan
AS $$
DECLARE
    emptied tid[];
    unsure  tid[];
BEGIN
    WITH changed AS (
        INSERT INTO analytics.daily_totals AS d
        SELECT user_id, kind, transaction_date, category_id, currency,
               sum(sign * amount), coalesce(sum(sign * amount) FILTER (WHERE amount < 0), 0),
               sum(sign), coalesce(sum(sign) FILTER (WHERE amount < 0), 0), max(amount)
        FROM (SELECT -1 AS sign, * FROM removed UNION ALL SELECT 1, * FROM added) AS c
        GROUP BY user_id, kind, transaction_date, category_id, currency
        HAVING sum(sign) <> 0 OR sum(sign * amount) <> 0
            OR sum(sign) FILTER (WHERE amount < 0) <> 0 OR sum(sign * amount) FILTER (WHERE amount < 0) <> 0
            OR max(amount) FILTER (WHERE sign < 0) <> max(amount) FILTER (WHERE sign > 0)
        ORDER BY user_id, transaction_date, category_id, kind, currency
        ON CONFLICT (user_id, kind, day, category_id, currency) DO UPDATE
        SET total = d.total + excluded.total,
            refunds = d.refunds + excluded.refunds,
            transaction_count = d.transaction_count + excluded.transaction_count,
            refund_count = d.refund_count + excluded.refund_count,
            -- NaN stands for what is to be sought below.
            largest = CASE WHEN d.largest > excluded.largest THEN d.largest ELSE 'NaN' END
        RETURNING ctid, transaction_count, largest)
    SELECT array_agg(ctid) FILTER (WHERE transaction_count = 0), array_agg(ctid) FILTER (WHERE largest = 'NaN')
    INTO emptied, unsure FROM changed;
    IF emptied IS NOT NULL THEN
        DELETE FROM analytics.daily_totals WHERE ctid = ANY (emptied);
    END IF;
    IF unsure IS NOT NULL THEN
        -- There is none where the same statement moves the last ones elsewhere and another trigger is yet to say so.
        UPDATE analytics.daily_totals AS d
        SET largest = coalesce((SELECT max(t.amount) FROM analytics.transactions AS t
                                WHERE t.user_id = d.user_id AND t.kind = d.kind AND t.transaction_date = d.day
                                  AND t.category_id = d.category_id AND t.currency = d.currency), 0)
        WHERE d.ctid = ANY (unsure);
    END IF;

    WITH changed AS (
        INSERT INTO analytics.monthly_merchants AS m
        SELECT user_id, month, merchant, category_id, currency,
               sum(sign * amount), coalesce(sum(sign * amount) FILTER (WHERE amount < 0), 0),
               sum(sign), coalesce(sum(sign) FILTER (WHERE amount < 0), 0)
        FROM (SELECT -1 AS sign, date_trunc('month', transaction_date::timestamp)::date AS month, * FROM removed
              UNION ALL
              SELECT 1, date_trunc('month', transaction_date::timestamp)::date, * FROM added) AS c
        WHERE kind = 'spending' AND merchant IS NOT NULL
        GROUP BY user_id, month, merchant, category_id, currency
        HAVING sum(sign) <> 0 OR sum(sign * amount) <> 0
            OR sum(sign) FILTER (WHERE amount < 0) <> 0 OR sum(sign * amount) FILTER (WHERE amount < 0) <> 0
        ORDER BY user_id, month, category_id, merchant, currency
        ON CONFLICT (user_id, month, merchant, category_id, currency) DO UPDATE
        SET total = m.total + excluded.total,
            refunds = m.refunds + excluded.refunds,
            transaction_count = m.transaction_count + excluded.transaction_count,
            refund_count = m.refund_count + excluded.refund_count
        RETURNING ctid, transaction_count)
    SELECT array_agg(ctid) FILTER (WHERE transaction_count = 0) INTO emptied FROM changed;
    IF emptied IS NOT NULL THEN
        DELETE FROM analytics.monthly_merchants WHERE ctid = ANY (emptied);
    END IF;
    RETURN NULL;
END
$$;

-- Nothing is taken off what is not there: when a person is deleted, their sums are gone before their transactions.
CREATE OR REPLACE FUNCTION analytics.roll_up_deleted() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog SET enable_seqscan = off SET plan_cache_mode = force_generic_plan
AS $$
DECLARE
    emptied tid[];
    unsure  tid[];
BEGIN
    WITH changed AS (
        INSERT INTO analytics.daily_totals AS d
        SELECT user_id, kind, transaction_date, category_id, currency,
               -sum(amount), coalesce(-sum(amount) FILTER (WHERE amount < 0), 0),
               -count(*), -count(*) FILTER (WHERE amount < 0), max(amount)
        FROM removed AS r
        GROUP BY user_id, kind, transaction_date, category_id, currency
        HAVING (SELECT true FROM analytics.daily_totals AS e
                WHERE e.user_id = r.user_id AND e.kind = r.kind AND e.day = r.transaction_date
                  AND e.category_id = r.category_id AND e.currency = r.currency)
        ORDER BY user_id, transaction_date, category_id, kind, currency
        ON CONFLICT (user_id, kind, day, category_id, currency) DO UPDATE
        SET total = d.total + excluded.total,
            refunds = d.refunds + excluded.refunds,
            transaction_count = d.transaction_count + excluded.transaction_count,
            refund_count = d.refund_count + excluded.refund_count,
            largest = CASE WHEN d.largest > excluded.largest THEN d.largest ELSE 'NaN' END
        RETURNING ctid, transaction_count, largest)
    SELECT array_agg(ctid) FILTER (WHERE transaction_count = 0), array_agg(ctid) FILTER (WHERE largest = 'NaN')
    INTO emptied, unsure FROM changed;
    IF emptied IS NOT NULL THEN
        DELETE FROM analytics.daily_totals WHERE ctid = ANY (emptied);
    END IF;
    IF unsure IS NOT NULL THEN
        UPDATE analytics.daily_totals AS d
        SET largest = coalesce((SELECT max(t.amount) FROM analytics.transactions AS t
                                WHERE t.user_id = d.user_id AND t.kind = d.kind AND t.transaction_date = d.day
                                  AND t.category_id = d.category_id AND t.currency = d.currency), 0)
        WHERE d.ctid = ANY (unsure);
    END IF;

    WITH changed AS (
        INSERT INTO analytics.monthly_merchants AS m
        SELECT user_id, month, merchant, category_id, currency,
               -sum(amount), coalesce(-sum(amount) FILTER (WHERE amount < 0), 0),
               -count(*), -count(*) FILTER (WHERE amount < 0)
        FROM (SELECT date_trunc('month', transaction_date::timestamp)::date AS month, * FROM removed) AS r
        WHERE kind = 'spending' AND merchant IS NOT NULL
        GROUP BY user_id, month, merchant, category_id, currency
        HAVING (SELECT true FROM analytics.monthly_merchants AS e
                WHERE e.user_id = r.user_id AND e.month = r.month AND e.merchant = r.merchant
                  AND e.category_id = r.category_id AND e.currency = r.currency)
        ORDER BY user_id, month, category_id, merchant, currency
        ON CONFLICT (user_id, month, merchant, category_id, currency) DO UPDATE
        SET total = m.total + excluded.total,
            refunds = m.refunds + excluded.refunds,
            transaction_count = m.transaction_count + excluded.transaction_count,
            refund_count = m.refund_count + excluded.refund_count
        RETURNING ctid, transaction_count)
    SELECT array_agg(ctid) FILTER (WHERE transaction_count = 0) INTO emptied FROM changed;
    IF emptied IS NOT NULL THEN
        DELETE FROM analytics.monthly_merchants WHERE ctid = ANY (emptied);
    END IF;
    RETURN NULL;
END
$$;

-- What the foreign keys of other tables do.
CREATE OR REPLACE FUNCTION analytics.forget_roll_ups() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog
AS $$
BEGIN
    DELETE FROM analytics.daily_totals WHERE user_id = OLD.id;
    DELETE FROM analytics.monthly_merchants WHERE user_id = OLD.id;
    RETURN NULL;
END
$$;

CREATE OR REPLACE FUNCTION analytics.roll_up_differences() RETURNS TABLE (roll_up text, kept jsonb, summed jsonb)
    LANGUAGE sql STABLE SET search_path = pg_catalog
AS $$
    SELECT 'daily_totals', to_jsonb(kept), to_jsonb(summed)
    FROM analytics.daily_totals AS kept
    FULL JOIN analytics.daily_sums AS summed USING (user_id, kind, day, category_id, currency)
    WHERE kept IS DISTINCT FROM summed
    UNION ALL
    SELECT 'monthly_merchants', to_jsonb(kept), to_jsonb(summed)
    FROM analytics.monthly_merchants AS kept
    FULL JOIN analytics.merchant_sums AS summed USING (user_id, month, merchant, category_id, currency)
    WHERE kept IS DISTINCT FROM summed
$$;
COMMENT ON FUNCTION analytics.roll_up_differences IS 'Where the kept sums are not those of the transactions: nowhere, or triggers were switched off';
REVOKE EXECUTE ON FUNCTION analytics.roll_up_differences FROM PUBLIC;

-- Writers wait, so that nothing changes between adding up and storing.
CREATE OR REPLACE FUNCTION analytics.mend_roll_ups() RETURNS bigint
    LANGUAGE plpgsql SET search_path = pg_catalog
AS $$
DECLARE
    differences bigint;
BEGIN
    LOCK TABLE analytics.transactions IN SHARE ROW EXCLUSIVE MODE;
    SELECT count(*) INTO differences FROM analytics.roll_up_differences();
    DELETE FROM analytics.daily_totals
    WHERE (user_id, kind, day, category_id, currency) IN
        (SELECT user_id, kind, day, category_id, currency
         FROM (TABLE analytics.daily_totals EXCEPT TABLE analytics.daily_sums) AS wrong);
    INSERT INTO analytics.daily_totals TABLE analytics.daily_sums ON CONFLICT DO NOTHING;
    DELETE FROM analytics.monthly_merchants
    WHERE (user_id, month, merchant, category_id, currency) IN
        (SELECT user_id, month, merchant, category_id, currency
         FROM (TABLE analytics.monthly_merchants EXCEPT TABLE analytics.merchant_sums) AS wrong);
    INSERT INTO analytics.monthly_merchants TABLE analytics.merchant_sums ON CONFLICT DO NOTHING;
    RETURN differences;
END
$$;
COMMENT ON FUNCTION analytics.mend_roll_ups IS 'Makes the kept sums those of the transactions, and returns how many were not';
REVOKE EXECUTE ON FUNCTION analytics.mend_roll_ups FROM PUBLIC;

--changeset spend-tracker:roll-ups-are-kept splitStatements:false
CREATE TRIGGER users_deleted_roll_up AFTER DELETE ON auth.users
    FOR EACH ROW EXECUTE FUNCTION analytics.forget_roll_ups();
CREATE TRIGGER transactions_inserted_roll_up AFTER INSERT ON analytics.transactions
    REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION analytics.roll_up_inserted();
CREATE TRIGGER transactions_updated_roll_up AFTER UPDATE ON analytics.transactions
    REFERENCING OLD TABLE AS removed NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION analytics.roll_up_updated();
CREATE TRIGGER transactions_deleted_roll_up AFTER DELETE ON analytics.transactions
    REFERENCING OLD TABLE AS removed FOR EACH STATEMENT EXECUTE FUNCTION analytics.roll_up_deleted();

-- What is there already; the triggers above have locked writers out until the end of this change.
SELECT analytics.mend_roll_ups();
