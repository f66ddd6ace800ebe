package com.spendtracker.auth.passkey;

/**
 * A passkey that a device has made.
 *
 * @param credentialId what the device knows it by, in base64url
 * @param credential the attested credential data, which has the public key, in base64url
 * @param signCount how often it was used, as its device counts
 * @param syncable whether it may be kept outside of the device
 * @param synced whether it is
 */
record NewPasskey(
        long userId,
        String name,
        String credentialId,
        String credential,
        long signCount,
        boolean syncable,
        boolean synced) {}
