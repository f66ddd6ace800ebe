--liquibase formatted sql

-- A second wall behind the owner in every predicate: whose rows a transaction may see and write is said once, at its
-- beginning, and whatever it asks for then, the rows of others are not there.

--changeset spend-tracker:rows-of-the-user splitStatements:false
-- The user is app.user_id, set for one transaction. Unset it is null, or empty in a session that has had a user; either stands
-- for 0, which is nobody's id: with null, the planner would take it that there are no rows when a question only says itself
-- who asks. The expression stands in each policy instead of in a function of ours, so that the planner finds it equal to
-- the owner that a query names, and uses the same indexes. Whoever owns the tables is held by policies too, but by
-- one that lets everything through: what keeps sums, moves a schema on or forgets a person is about everybody.
DO $$
DECLARE
    owned regclass;
BEGIN
    FOR owned IN
        SELECT t.oid
        FROM pg_class AS t
        JOIN pg_attribute AS a ON a.attrelid = t.oid AND a.attname = 'user_id'
        WHERE t.relnamespace = 'analytics'::regnamespace AND t.relkind = 'r'
        ORDER BY t.relname
    LOOP
        EXECUTE format('ALTER TABLE %s ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY', owned);
        EXECUTE format(
            'CREATE POLICY of_the_user ON %s TO analytics_service '
                'USING (user_id = coalesce(nullif(current_setting(%L, true), %L), %L)::bigint)',
            owned, 'app.user_id', '', '0');
        EXECUTE format('CREATE POLICY of_everybody ON %s TO CURRENT_USER USING (true)', owned);
    END LOOP;
END
$$;

--changeset spend-tracker:rows-of-demo-people context:demo
-- No service may enter this schema: only who owns it has a policy.
ALTER TABLE demo.histories ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY of_everybody ON demo.histories TO CURRENT_USER USING (true);
ALTER TABLE demo.categories ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY of_everybody ON demo.categories TO CURRENT_USER USING (true);
