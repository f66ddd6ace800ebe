package com.spendtracker.auth;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.PlainHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.UUID;

/** Tokens that must not be believed, each wrong in one way, made with the service's real key where that is the point. */
enum Forgery {
    UNSIGNED {
        @Override
        String forge(ECKey key) {
            return new PlainJWT(new PlainHeader.Builder().type(TYPE).build(), claims().build()).serialize();
        }
    },
    SIGNATURE_REMOVED {
        @Override
        String forge(ECKey key) throws JOSEException {
            String token = genuine(key);
            return token.substring(0, token.lastIndexOf('.') + 1);
        }
    },
    CLAIMS_OF_ANOTHER_TOKEN {
        @Override
        String forge(ECKey key) throws JOSEException {
            String[] parts = genuine(key).split("\\.", -1);
            String claims = claims().subject("2").build().toString();
            parts[1] = Base64.getUrlEncoder().withoutPadding().encodeToString(claims.getBytes(StandardCharsets.UTF_8));
            return String.join(".", parts);
        }
    },
    HS256_WITH_THE_PUBLIC_KEY_AS_DER {
        @Override
        String forge(ECKey key) throws JOSEException {
            return hs256(key, key.toECPublicKey().getEncoded());
        }
    },
    HS256_WITH_THE_PUBLIC_KEY_AS_PEM {
        @Override
        String forge(ECKey key) throws JOSEException {
            String base64 = Base64.getMimeEncoder(64, new byte[] {'\n'})
                    .encodeToString(key.toECPublicKey().getEncoded());
            String pem = "-----BEGIN PUBLIC KEY-----\n" + base64 + "\n-----END PUBLIC KEY-----\n";
            return hs256(key, pem.getBytes(StandardCharsets.US_ASCII));
        }
    },
    HS256_WITH_THE_PUBLIC_KEY_AS_JWK {
        @Override
        String forge(ECKey key) throws JOSEException {
            return hs256(key, key.toPublicJWK().toJSONString().getBytes(StandardCharsets.UTF_8));
        }
    },
    EXPIRED {
        @Override
        String forge(ECKey key) throws JOSEException {
            Instant now = Instant.now();
            return sign(
                    key,
                    claims().issueTime(Date.from(now.minusSeconds(3600)))
                            .expirationTime(Date.from(now.minusSeconds(60))));
        }
    },
    NEVER_EXPIRING {
        @Override
        String forge(ECKey key) throws JOSEException {
            return sign(key, claims().expirationTime(null));
        }
    },
    WITHOUT_TIME_OF_ISSUE {
        @Override
        String forge(ECKey key) throws JOSEException {
            return sign(key, claims().issueTime(null));
        }
    },
    LONGER_THAN_FOUR_KILOBYTES {
        @Override
        String forge(ECKey key) throws JOSEException {
            return sign(key, claims().claim("padding", "x".repeat(4096)));
        }
    },
    NOT_YET_VALID {
        @Override
        String forge(ECKey key) throws JOSEException {
            return sign(key, claims().notBeforeTime(Date.from(Instant.now().plusSeconds(600))));
        }
    },
    WRONG_ISSUER {
        @Override
        String forge(ECKey key) throws JOSEException {
            return sign(key, claims().issuer("somebody-else"));
        }
    },
    NO_ISSUER {
        @Override
        String forge(ECKey key) throws JOSEException {
            return sign(key, claims().issuer(null));
        }
    },
    WRONG_AUDIENCE {
        @Override
        String forge(ECKey key) throws JOSEException {
            return sign(key, claims().audience("something-else"));
        }
    },
    NO_AUDIENCE {
        @Override
        String forge(ECKey key) throws JOSEException {
            return sign(key, claims().audience((String) null));
        }
    },
    SUBJECT_NOT_A_USER_ID {
        @Override
        String forge(ECKey key) throws JOSEException {
            return sign(key, claims().subject("john.doe@example.com"));
        }
    },
    ANOTHER_TYPE_OF_TOKEN {
        @Override
        String forge(ECKey key) throws JOSEException {
            return sign(header(key).type(JOSEObjectType.JWT), claims(), new ECDSASigner(key));
        }
    },
    UNKNOWN_KEY {
        @Override
        String forge(ECKey key) throws JOSEException {
            return genuine(strangersKey("unknown"));
        }
    },
    UNKNOWN_KEY_UNDER_A_KNOWN_ID {
        @Override
        String forge(ECKey key) throws JOSEException {
            return genuine(strangersKey(key.getKeyID()));
        }
    },
    UNKNOWN_KEY_BROUGHT_ALONG {
        @Override
        String forge(ECKey key) throws JOSEException {
            ECKey own = strangersKey("own");
            return sign(header(own).jwk(own.toPublicJWK()), claims(), new ECDSASigner(own));
        }
    },
    NOT_A_TOKEN {
        @Override
        String forge(ECKey key) {
            return "not-a-token";
        }
    };

    private static final JOSEObjectType TYPE = new JOSEObjectType("at+jwt");

    /** The forged token, in compact form. */
    abstract String forge(ECKey key) throws JOSEException;

    /** A token with nothing wrong, so that a refusal of the others is for the reason that is meant. */
    static String genuine(ECKey key) throws JOSEException {
        return sign(key, claims());
    }

    private static JWTClaimsSet.Builder claims() {
        Instant now = Instant.now();
        return new JWTClaimsSet.Builder()
                .issuer("spend-tracker")
                .audience("spend-tracker")
                .subject("1")
                .jwtID(UUID.randomUUID().toString())
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plusSeconds(600)));
    }

    private static JWSHeader.Builder header(ECKey key) {
        return new JWSHeader.Builder(JWSAlgorithm.ES256).type(TYPE).keyID(key.getKeyID());
    }

    private static String sign(ECKey key, JWTClaimsSet.Builder claims) throws JOSEException {
        return sign(header(key), claims, new ECDSASigner(key));
    }

    private static String hs256(ECKey key, byte[] secret) throws JOSEException {
        JWSHeader.Builder header =
                new JWSHeader.Builder(JWSAlgorithm.HS256).type(TYPE).keyID(key.getKeyID());
        return sign(header, claims(), new MACSigner(secret));
    }

    private static String sign(JWSHeader.Builder header, JWTClaimsSet.Builder claims, JWSSigner signer)
            throws JOSEException {
        SignedJWT token = new SignedJWT(header.build(), claims.build());
        token.sign(signer);
        return token.serialize();
    }

    private static ECKey strangersKey(String id) throws JOSEException {
        return new ECKeyGenerator(Curve.P_256).keyID(id).generate();
    }
}
