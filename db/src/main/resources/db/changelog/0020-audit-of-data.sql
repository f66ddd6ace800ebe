--liquibase formatted sql

-- What leaves or is deleted is told to its owner, too.

--changeset spend-tracker:audit-of-data splitStatements:false
CREATE FUNCTION analytics.tell(owner bigint, event text, address text, client text) RETURNS void
    LANGUAGE sql
    SECURITY DEFINER
    SET search_path = pg_catalog
AS $$
    INSERT INTO auth.audit_events (user_id, event, address, client)
    SELECT tell.owner, tell.event, tell.address, tell.client
     WHERE NOT EXISTS (SELECT
                         FROM auth.audit_events AS e
                        WHERE e.user_id = tell.owner
                          AND e.event = tell.event
                          AND e.address = tell.address
                          AND e.occurred_at > now() - interval '1 minute')
$$;
COMMENT ON FUNCTION analytics.tell IS 'Writes down what was done with somebody''s data; within a minute, the same from the same place is one event';
REVOKE EXECUTE ON FUNCTION analytics.tell FROM PUBLIC;
GRANT EXECUTE ON FUNCTION analytics.tell TO analytics_service;
