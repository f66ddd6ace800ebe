package com.spendtracker.auth.passkey;

import static java.util.Objects.requireNonNull;

import com.spendtracker.support.problem.ProblemException;
import com.webauthn4j.WebAuthnManager;
import com.webauthn4j.converter.AttestedCredentialDataConverter;
import com.webauthn4j.converter.util.ObjectConverter;
import com.webauthn4j.credential.CredentialRecordImpl;
import com.webauthn4j.data.AttestationConveyancePreference;
import com.webauthn4j.data.AuthenticationData;
import com.webauthn4j.data.AuthenticationParameters;
import com.webauthn4j.data.AuthenticatorSelectionCriteria;
import com.webauthn4j.data.PublicKeyCredentialCreationOptions;
import com.webauthn4j.data.PublicKeyCredentialDescriptor;
import com.webauthn4j.data.PublicKeyCredentialParameters;
import com.webauthn4j.data.PublicKeyCredentialRequestOptions;
import com.webauthn4j.data.PublicKeyCredentialRpEntity;
import com.webauthn4j.data.PublicKeyCredentialType;
import com.webauthn4j.data.PublicKeyCredentialUserEntity;
import com.webauthn4j.data.RegistrationData;
import com.webauthn4j.data.RegistrationParameters;
import com.webauthn4j.data.ResidentKeyRequirement;
import com.webauthn4j.data.UserVerificationRequirement;
import com.webauthn4j.data.attestation.authenticator.AttestedCredentialData;
import com.webauthn4j.data.attestation.authenticator.AuthenticatorData;
import com.webauthn4j.data.attestation.statement.COSEAlgorithmIdentifier;
import com.webauthn4j.data.attestation.statement.NoneAttestationStatement;
import com.webauthn4j.data.client.CollectedClientData;
import com.webauthn4j.data.client.Origin;
import com.webauthn4j.data.client.challenge.DefaultChallenge;
import com.webauthn4j.server.ServerProperty;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/**
 * What browsers are asked for, and whether what they answer is right (Web Authentication, level 3). A passkey is one that
 * its device keeps by itself and gives out only to somebody it knows, by a finger, a face or a PIN: it is two factors.
 */
@Component
@Lazy
class WebAuthn {
    private static final String SITE_NAME = "Spend Tracker";
    private static final List<PublicKeyCredentialParameters> ALGORITHMS = Stream.of(
                    COSEAlgorithmIdentifier.EdDSA, COSEAlgorithmIdentifier.ES256, COSEAlgorithmIdentifier.RS256)
            .map(algorithm -> new PublicKeyCredentialParameters(PublicKeyCredentialType.PUBLIC_KEY, algorithm))
            .toList();

    private final PasskeyProperties properties;
    private final ObjectConverter converter = new ObjectConverter();
    private final AttestedCredentialDataConverter credentials = new AttestedCredentialDataConverter(converter);
    // Which make of device somebody has is not asked for, so there is no attestation to be trusted or not.
    private final WebAuthnManager manager = WebAuthnManager.createNonStrictWebAuthnManager(converter);

    WebAuthn(PasskeyProperties properties) {
        this.properties = properties;
    }

    /** What to ask a browser for that is to make a passkey, as its JSON; not on a device that has one of these already. */
    String creationOptions(long userId, String username, String challenge, List<String> existing) {
        return converter
                .getJsonMapper()
                .writeValueAsString(new PublicKeyCredentialCreationOptions(
                        new PublicKeyCredentialRpEntity(properties.relyingPartyId(), SITE_NAME),
                        new PublicKeyCredentialUserEntity(handle(userId), username, username),
                        new DefaultChallenge(challenge),
                        ALGORITHMS,
                        Challenges.LIFETIME.toMillis(),
                        existing.stream().map(WebAuthn::descriptor).toList(),
                        new AuthenticatorSelectionCriteria(
                                null, true, ResidentKeyRequirement.REQUIRED, UserVerificationRequirement.REQUIRED),
                        AttestationConveyancePreference.NONE,
                        null));
    }

    /** What to ask a browser for whose owner wants to sign in, whoever that is, as its JSON. */
    String requestOptions(String challenge) {
        return converter
                .getJsonMapper()
                .writeValueAsString(new PublicKeyCredentialRequestOptions(
                        new DefaultChallenge(challenge),
                        Challenges.LIFETIME.toMillis(),
                        properties.relyingPartyId(),
                        List.of(),
                        UserVerificationRequirement.REQUIRED,
                        null));
    }

    /** A browser's answer to the first; 400 if there is none or it can't be read. */
    Registration readRegistration(@Nullable JsonNode credential) {
        return read(credential, json -> toRegistration(manager.parseRegistrationResponseJSON(json)));
    }

    /** A browser's answer to the second; 400 if there is none or it can't be read. */
    Assertion readAssertion(@Nullable JsonNode credential) {
        return read(credential, json -> toAssertion(manager.parseAuthenticationResponseJSON(json)));
    }

    /** Whether a device has made this passkey for this site, after it knew its owner; whether we had asked is not looked at. */
    boolean isRight(Registration answer) {
        return holds(() -> manager.verify(
                answer.data(), new RegistrationParameters(server(answer.challenge()), ALGORITHMS, true, true)));
    }

    /** Whether the device that has this passkey has signed for this site; otherwise as for one that was made. */
    boolean isRight(Assertion answer, StoredPasskey passkey) {
        return (answer.handle() == null || answer.handle().equals(text(handle(passkey.userId()))))
                && holds(() -> manager.verify(
                        answer.data(),
                        new AuthenticationParameters(server(answer.challenge()), record(passkey), null, true, true)));
    }

    /**
     * What a device has made, as it came in: nothing of it is known to be right.
     *
     * @param challenge what it says it was asked by, in base64url
     * @param credential the attested credential data, in base64url
     */
    record Registration(
            String challenge,
            String credentialId,
            String credential,
            AuthenticatorData<?> device,
            RegistrationData data) {}

    /**
     * What a device has signed, as it came in: nothing of it is known to be right.
     *
     * @param challenge what it says it was asked by, in base64url
     * @param handle whom it knows the owner for, in base64url; null if it does not say
     */
    record Assertion(
            String challenge,
            String credentialId,
            @Nullable String handle,
            AuthenticatorData<?> device,
            AuthenticationData data) {}

    private Registration toRegistration(RegistrationData data) {
        AuthenticatorData<?> device =
                requireNonNull(data.getAttestationObject()).getAuthenticatorData();
        AttestedCredentialData credential = requireNonNull(device.getAttestedCredentialData());
        return new Registration(
                challenge(data.getCollectedClientData()),
                text(credential.getCredentialId()),
                text(credentials.convert(credential)),
                device,
                data);
    }

    // Where the library says that an array may be null, the checker takes that for its elements.
    @SuppressWarnings("NullAway")
    private static Assertion toAssertion(AuthenticationData data) {
        return new Assertion(
                challenge(data.getCollectedClientData()),
                text(data.getCredentialId()),
                data.getUserHandle() == null ? null : text(data.getUserHandle()),
                requireNonNull(data.getAuthenticatorData()),
                data);
    }

    private static String challenge(@Nullable CollectedClientData client) {
        return text(requireNonNull(client).getChallenge().getValue());
    }

    private static String text(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static byte[] bytes(String text) {
        return Base64.getUrlDecoder().decode(text);
    }

    // With the challenge that was answered: whether it is one of ours is for others to say.
    private ServerProperty server(String challenge) {
        return ServerProperty.builder()
                .origin(new Origin(properties.siteOrigin().toString()))
                .rpId(properties.relyingPartyId())
                .challenge(new DefaultChallenge(challenge))
                .build();
    }

    private CredentialRecordImpl record(StoredPasskey passkey) {
        return new CredentialRecordImpl(
                new NoneAttestationStatement(),
                true,
                passkey.syncable(),
                passkey.synced(),
                passkey.signCount(),
                credentials.convert(bytes(passkey.credential())),
                null,
                null,
                null,
                null);
    }

    private static PublicKeyCredentialDescriptor descriptor(String credentialId) {
        return new PublicKeyCredentialDescriptor(PublicKeyCredentialType.PUBLIC_KEY, bytes(credentialId), null);
    }

    /** What devices know somebody by: the same for all of their passkeys. */
    private static byte[] handle(long userId) {
        return Long.toString(userId).getBytes(StandardCharsets.US_ASCII);
    }

    // What comes from outside makes the library throw whatever it comes upon.
    private static <T> T read(@Nullable JsonNode credential, Function<String, T> parser) {
        if (credential == null || !credential.isObject()) {
            throw ProblemException.invalid("credential", "is required");
        }
        try {
            return parser.apply(credential.toString());
        } catch (RuntimeException _) {
            throw ProblemException.invalid("credential", "can't be read");
        }
    }

    private static boolean holds(Runnable verification) {
        try {
            verification.run();
            return true;
        } catch (RuntimeException _) {
            return false;
        }
    }
}
