--liquibase formatted sql

--changeset spend-tracker:changes-are-told splitStatements:false
-- Whoever listens learns whose figures have changed, wherever the change was written. The payload is the owner and the
-- transaction's id; several equal ones within a transaction arrive as one. Nothing is told before the commit.
CREATE FUNCTION analytics.tell_changes() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path = pg_catalog
AS $$
BEGIN
    PERFORM pg_notify('analytics_changes', owner.user_id || ':' || pg_current_xact_id())
    FROM (SELECT DISTINCT user_id FROM changed) AS owner;
    RETURN NULL;
END
$$;

CREATE TRIGGER transactions_inserted AFTER INSERT ON analytics.transactions
    REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION analytics.tell_changes();
CREATE TRIGGER transactions_updated AFTER UPDATE ON analytics.transactions
    REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION analytics.tell_changes();
CREATE TRIGGER transactions_deleted AFTER DELETE ON analytics.transactions
    REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION analytics.tell_changes();

CREATE TRIGGER categories_inserted AFTER INSERT ON analytics.categories
    REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION analytics.tell_changes();
CREATE TRIGGER categories_updated AFTER UPDATE ON analytics.categories
    REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION analytics.tell_changes();
CREATE TRIGGER categories_deleted AFTER DELETE ON analytics.categories
    REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION analytics.tell_changes();
