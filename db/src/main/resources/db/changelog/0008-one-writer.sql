--liquibase formatted sql

-- One transaction at a time writes for an owner. Those that write several times would else wait for each other in a circle,
-- for rows and for sums: only what one statement does is in one order.

--changeset spend-tracker:one-writer splitStatements:false
CREATE FUNCTION analytics.lock_owner(owner bigint) RETURNS void
    LANGUAGE sql SET search_path = pg_catalog
AS $$
    SELECT pg_advisory_xact_lock(hashtextextended('transactions of ' || owner, 0))
$$;
COMMENT ON FUNCTION analytics.lock_owner IS 'To be called first in a transaction that writes what this person owns; held until it ends';

-- Whoever deletes a person takes the lock before anything of theirs is locked.
CREATE FUNCTION analytics.lock_deleted_owner() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog
AS $$
BEGIN
    PERFORM analytics.lock_owner(OLD.id);
    RETURN OLD;
END
$$;
CREATE TRIGGER users_deleted_alone BEFORE DELETE ON auth.users
    FOR EACH ROW EXECUTE FUNCTION analytics.lock_deleted_owner();
