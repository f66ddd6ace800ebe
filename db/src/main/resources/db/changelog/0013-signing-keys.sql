--liquibase formatted sql

-- Signing keys that are replaced in time, and whose private parts can't be read in the database.

--changeset spend-tracker:signing-keys-in-states
-- The keys so far lay here in clear, so none of them is kept: people sign in once more.
DROP TABLE auth.signing_keys;

CREATE TABLE auth.signing_keys (
    kid               text        PRIMARY KEY CHECK (kid <> ''),
    state             text        NOT NULL CHECK (state IN ('next', 'active', 'retired')),
    public_jwk        text        NOT NULL CHECK (public_jwk <> ''),
    private_key       text        NOT NULL CHECK (private_key <> ''),
    created_at        timestamptz NOT NULL DEFAULT now(),
    activated_at      timestamptz,
    retired_at        timestamptz,
    rotation_asked_at timestamptz,
    CONSTRAINT signing_keys_times_fit_the_state
        CHECK ((activated_at IS NULL) = (state = 'next') AND (retired_at IS NULL) = (state <> 'retired'))
);
CREATE UNIQUE INDEX signing_keys_one_next ON auth.signing_keys (state) WHERE state = 'next';
CREATE UNIQUE INDEX signing_keys_one_active ON auth.signing_keys (state) WHERE state = 'active';
COMMENT ON TABLE auth.signing_keys IS 'Keys that sign access tokens, shared by all instances of auth-service';
COMMENT ON COLUMN auth.signing_keys.state IS 'next: published, will sign. active: signs. retired: published until its last token has ended';
COMMENT ON COLUMN auth.signing_keys.public_jwk IS 'Public JWK as JSON';
COMMENT ON COLUMN auth.signing_keys.private_key IS 'Base64 of nonce, ciphertext and tag: AES-256-GCM under KEY_ENCRYPTION_KEY, with kid as associated data';
COMMENT ON COLUMN auth.signing_keys.rotation_asked_at IS 'When the operator asked for another key, ahead of time';
GRANT SELECT, INSERT, DELETE ON auth.signing_keys TO auth_service;
-- What a key is never changes, only its state.
GRANT UPDATE (state, activated_at, retired_at) ON auth.signing_keys TO auth_service;

--changeset spend-tracker:rotate-signing-keys splitStatements:false
-- For the operator; no service may call it. auth-service sees within a minute what is left to do.
CREATE FUNCTION auth.rotate_signing_keys(drop_used boolean DEFAULT false) RETURNS SETOF text
    LANGUAGE plpgsql
    SET search_path = pg_catalog
AS $$
BEGIN
    IF drop_used THEN
        -- Also those that were retired: if the key was stolen, it may be one of them by now.
        RETURN QUERY DELETE FROM auth.signing_keys AS k WHERE k.state <> 'next' RETURNING k.kid;
    ELSE
        RETURN QUERY UPDATE auth.signing_keys AS k SET rotation_asked_at = now() WHERE k.state = 'active' RETURNING k.kid;
    END IF;
END
$$;
COMMENT ON FUNCTION auth.rotate_signing_keys IS 'Replaces the key that signs; with drop_used, every token so far is refused within a minute. Answers the ids of the keys that go';
REVOKE EXECUTE ON FUNCTION auth.rotate_signing_keys FROM PUBLIC;
