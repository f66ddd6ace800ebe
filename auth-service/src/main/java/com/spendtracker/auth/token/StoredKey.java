package com.spendtracker.auth.token;

/**
 * A signing key as the database has it.
 *
 * @param kid the id that tokens name it by
 * @param publicJwk the public key as a JWK (RFC 7517)
 * @param privateKey the encrypted private part: the base64 of the nonce, the ciphertext and its tag
 */
record StoredKey(String kid, String publicJwk, String privateKey) {}
