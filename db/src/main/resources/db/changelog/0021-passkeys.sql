--liquibase formatted sql

-- Signing in with a key of one's own device instead of a password.

--changeset spend-tracker:passkeys
CREATE TABLE auth.passkeys (
    user_id       bigint      NOT NULL REFERENCES auth.users ON DELETE CASCADE,
    id            uuid        DEFAULT gen_random_uuid(),
    credential_id text        NOT NULL UNIQUE CHECK (credential_id ~ '^[A-Za-z0-9_-]+$' AND char_length(credential_id) <= 1364),
    credential    text        NOT NULL CHECK (credential ~ '^[A-Za-z0-9_-]+$'),
    name          text        NOT NULL CHECK (name <> '' AND char_length(name) <= 100),
    sign_count    bigint      NOT NULL,
    syncable      boolean     NOT NULL,
    synced        boolean     NOT NULL,
    created_at    timestamptz NOT NULL DEFAULT now(),
    last_used_at  timestamptz,
    PRIMARY KEY (user_id, id)
);
COMMENT ON TABLE auth.passkeys IS 'The public halves of keys that people sign in with (WebAuthn)';
COMMENT ON COLUMN auth.passkeys.credential_id IS 'What the device knows the key by, in base64url';
COMMENT ON COLUMN auth.passkeys.credential IS 'The attested credential data of WebAuthn: the kind of device, the id and the public key, in base64url';
COMMENT ON COLUMN auth.passkeys.sign_count IS 'How often it was used, as the device counts: one that goes back is a copy. Many do not count, and say 0';
COMMENT ON COLUMN auth.passkeys.syncable IS 'Whether it may be kept outside of the device: what never changes for a key';
COMMENT ON COLUMN auth.passkeys.synced IS 'Whether it is kept outside of the device, too, and may be on several';
GRANT SELECT, INSERT, DELETE ON auth.passkeys TO auth_service;
GRANT UPDATE (sign_count, synced, last_used_at) ON auth.passkeys TO auth_service;

CREATE TABLE auth.used_challenges (
    hash       text        PRIMARY KEY CHECK (hash ~ '^[0-9a-f]{64}$'),
    expires_at timestamptz NOT NULL
);
COMMENT ON TABLE auth.used_challenges IS 'The challenges that passkeys have answered, so that each counts once; until they would not count any more anyway';
GRANT SELECT, INSERT, DELETE ON auth.used_challenges TO auth_service;
