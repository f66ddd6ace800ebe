--liquibase formatted sql

-- A dropped key stays published for a moment, in which gateways replace the tokens they hold for sessions and API tokens.

--changeset spend-tracker:dropped-signing-keys
ALTER TABLE auth.signing_keys
    ADD COLUMN dropped_at timestamptz,
    ADD CONSTRAINT signing_keys_dropped_when_retired CHECK (dropped_at IS NULL OR state = 'retired');
COMMENT ON COLUMN auth.signing_keys.dropped_at IS 'When the operator gave the key up, stolen perhaps; it is published for some seconds more';

--changeset spend-tracker:drop-signing-keys splitStatements:false
CREATE OR REPLACE FUNCTION auth.rotate_signing_keys(drop_used boolean DEFAULT false) RETURNS SETOF text
    LANGUAGE plpgsql
    SET search_path = pg_catalog
AS $$
BEGIN
    IF drop_used THEN
        -- Also those that were retired: if the key was stolen, it may be one of them by now.
        RETURN QUERY
            UPDATE auth.signing_keys AS k
               SET state = 'retired', retired_at = coalesce(k.retired_at, now()), dropped_at = now()
             WHERE k.state <> 'next'
               AND k.dropped_at IS NULL
            RETURNING k.kid;
    ELSE
        RETURN QUERY UPDATE auth.signing_keys AS k SET rotation_asked_at = now() WHERE k.state = 'active' RETURNING k.kid;
    END IF;
END
$$;
