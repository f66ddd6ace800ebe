package com.spendtracker.auth.passkey;

import java.util.UUID;

/**
 * What has to be known of a passkey to tell whether somebody holds it.
 *
 * @param credential the attested credential data, which has the public key, in base64url
 * @param signCount how often it was used, as its device counts
 * @param syncable whether it may be kept outside of the device
 * @param synced whether it is
 */
record StoredPasskey(long userId, UUID id, String credential, long signCount, boolean syncable, boolean synced) {}
