--liquibase formatted sql

-- Whoever has read a person's figures learns by one number whether they may have changed since.

--changeset spend-tracker:data-versions
CREATE TABLE analytics.data_versions (
    user_id bigint PRIMARY KEY REFERENCES auth.users ON DELETE CASCADE,
    version bigint NOT NULL
);
COMMENT ON TABLE analytics.data_versions IS 'How often what a person owns was written; kept by triggers, never written otherwise';
GRANT SELECT ON analytics.data_versions TO analytics_service;

--changeset spend-tracker:changes-are-counted splitStatements:false runOnChange:true
-- Counts what it tells of. The owners are in one order, so that two writers do not wait for each other; whoever is being
-- deleted is gone already.
CREATE OR REPLACE FUNCTION analytics.tell_changes() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path = pg_catalog
AS $$
BEGIN
    INSERT INTO analytics.data_versions AS v (user_id, version)
    SELECT owner.id, 1
    FROM (SELECT DISTINCT user_id AS id FROM changed) AS owner
    WHERE EXISTS (SELECT FROM auth.users AS u WHERE u.id = owner.id)
    ORDER BY owner.id
    ON CONFLICT (user_id) DO UPDATE SET version = v.version + 1;

    PERFORM pg_notify('analytics_changes', owner.user_id || ':' || pg_current_xact_id())
    FROM (SELECT DISTINCT user_id FROM changed) AS owner;
    RETURN NULL;
END
$$;

COMMENT ON TABLE analytics.data_versions IS 'How often what a person owns was written, or sums of it mended; kept by the database alone';
