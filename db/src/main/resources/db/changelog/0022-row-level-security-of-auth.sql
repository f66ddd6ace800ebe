--liquibase formatted sql

-- The second wall for what is auth-service's, too. It finds out first who somebody is, by what only they know, and may see
-- what is theirs from then on; of what concerns everybody, it may only have done what has a name here.

--changeset spend-tracker:rows-of-the-user-in-auth splitStatements:false
-- As in 0018, where it says why. A table with a user_id needs no more than that; of the others it says whose rows they are.
DO $$
DECLARE
    the_user constant text := 'coalesce(nullif(current_setting(''app.user_id'', true), ''''), ''0'')::bigint';
    owned record;
BEGIN
    FOR owned IN
        SELECT t.oid::regclass AS name, 'user_id = ' || the_user AS is_theirs
        FROM pg_class AS t
        JOIN pg_attribute AS a ON a.attrelid = t.oid AND a.attname = 'user_id'
        WHERE t.relnamespace = 'auth'::regnamespace AND t.relkind = 'r'
        UNION ALL
        SELECT 'auth.users', 'id = ' || the_user
        UNION ALL
        SELECT 'auth.refresh_tokens',
               'EXISTS (SELECT FROM auth.sessions AS s WHERE s.id = session_id AND s.user_id = ' || the_user || ')'
    LOOP
        EXECUTE format('ALTER TABLE %s ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY', owned.name);
        EXECUTE format('CREATE POLICY of_the_user ON %s TO auth_service USING (%s)', owned.name, owned.is_theirs);
        EXECUTE format('CREATE POLICY of_everybody ON %s TO CURRENT_USER USING (true)', owned.name);
    END LOOP;
END
$$;

--changeset spend-tracker:users-by-what-they-show splitStatements:false
-- Whose it is that is shown, for who may not look into the rows of others: the id and nothing else, or null if it is nobody's.
CREATE FUNCTION auth.user_by_username(shown text) RETURNS bigint
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog
AS $$
    SELECT u.id FROM auth.users AS u WHERE lower(u.username) = lower(shown)
$$;
COMMENT ON FUNCTION auth.user_by_username IS 'Whose username it is, in any case of its letters';

CREATE FUNCTION auth.user_by_session(shown text) RETURNS bigint
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog
AS $$
    SELECT s.user_id FROM auth.sessions AS s WHERE s.secret_hash = shown
$$;
COMMENT ON FUNCTION auth.user_by_session IS 'Whose session has a secret of this hash';

CREATE FUNCTION auth.user_by_refresh_token(shown text) RETURNS bigint
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog
AS $$
    SELECT s.user_id FROM auth.refresh_tokens AS t JOIN auth.sessions AS s ON s.id = t.session_id WHERE t.hash = shown
$$;
COMMENT ON FUNCTION auth.user_by_refresh_token IS 'Whose session has or had a refresh token of this hash';

CREATE FUNCTION auth.user_by_api_token(shown text) RETURNS bigint
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog
AS $$
    SELECT t.user_id FROM auth.api_tokens AS t WHERE t.hash = shown
$$;
COMMENT ON FUNCTION auth.user_by_api_token IS 'Whose API token has this hash';

CREATE FUNCTION auth.user_by_passkey(shown text) RETURNS bigint
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog
AS $$
    SELECT p.user_id FROM auth.passkeys AS p WHERE p.credential_id = shown
$$;
COMMENT ON FUNCTION auth.user_by_passkey IS 'Whose passkey a device knows by this';

--changeset spend-tracker:accounts-are-opened splitStatements:false
CREATE FUNCTION auth.open_account(username text, full_name text, password_hash text) RETURNS auth.users
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog
AS $$
DECLARE
    account auth.users;
BEGIN
    INSERT INTO auth.users (username, full_name, password_hash)
    VALUES (open_account.username, open_account.full_name, open_account.password_hash)
    RETURNING * INTO account;
    PERFORM auth.begin_with_categories(account.id);
    PERFORM set_config('app.user_id', account.id::text, true);
    RETURN account;
END
$$;
COMMENT ON FUNCTION auth.open_account IS 'A new person, with the categories that everybody begins with; the transaction is theirs from then on';

--changeset spend-tracker:what-is-old-is-forgotten splitStatements:false
-- Each deletes what counts no longer for anybody, whoever asks for it, and nothing else.
CREATE FUNCTION auth.forget_old_addresses() RETURNS void
    LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog
AS $$
    DELETE FROM auth.known_addresses WHERE last_used_at < now() - interval '180 days'
$$;
COMMENT ON FUNCTION auth.forget_old_addresses IS 'Where nobody has signed in from for half a year is not known any more';

CREATE FUNCTION auth.forget_old_events() RETURNS void
    LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog
AS $$
    DELETE FROM auth.audit_events WHERE occurred_at < now() - interval '365 days'
$$;
COMMENT ON FUNCTION auth.forget_old_events IS 'What was done with an account is kept for a year';

CREATE FUNCTION auth.forget_ended_sessions(idle interval) RETURNS void
    LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog
AS $$
    DELETE FROM auth.sessions
    WHERE expires_at <= now() OR last_used_at <= now() - greatest(idle, interval '5 minutes');

    DELETE FROM auth.refresh_tokens WHERE replaced_at < now() - greatest(idle, interval '5 minutes')
$$;
COMMENT ON FUNCTION auth.forget_ended_sessions IS 'Sessions that have ended by their age or were not used for so long, five minutes at least, and tokens that were replaced so long ago';

--changeset spend-tracker:rights-behind-the-wall splitStatements:false
DO $$
DECLARE
    function regprocedure;
BEGIN
    FOREACH function IN ARRAY ARRAY[
        'auth.user_by_username(text)', 'auth.user_by_session(text)', 'auth.user_by_refresh_token(text)',
        'auth.user_by_api_token(text)', 'auth.user_by_passkey(text)', 'auth.open_account(text, text, text)', 'auth.forget_old_addresses()',
        'auth.forget_old_events()', 'auth.forget_ended_sessions(interval)']::regprocedure[]
    LOOP
        EXECUTE format('REVOKE EXECUTE ON FUNCTION %s FROM PUBLIC', function);
        EXECUTE format('GRANT EXECUTE ON FUNCTION %s TO auth_service', function);
    END LOOP;
END
$$;
-- What these do now. So what was done with an account can't be taken back by the service that writes it down.
REVOKE INSERT ON auth.users FROM auth_service;
REVOKE EXECUTE ON FUNCTION auth.begin_with_categories FROM auth_service;
REVOKE DELETE ON auth.known_addresses, auth.audit_events, auth.refresh_tokens FROM auth_service;
