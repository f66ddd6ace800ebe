package com.spendtracker.auth.token;

import com.nimbusds.jose.jwk.JWKSet;
import io.swagger.v3.oas.annotations.Hidden;
import java.util.Map;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Publishes the keys that tokens can be checked with (RFC 7517); between services, so not in the API's description. */
@Hidden
@RestController
class JwkSetController {
    private final SigningKeys keys;

    JwkSetController(SigningKeys keys) {
        this.keys = keys;
    }

    /** The public keys as they are now; no cache on the way may answer instead, as it would still have a dropped one. */
    @GetMapping(path = "/.well-known/jwks.json", produces = MediaType.APPLICATION_JSON_VALUE)
    Mono<ResponseEntity<Map<String, Object>>> jwkSet() {
        return keys.publicKeys().map(JwkSetController::answer);
    }

    private static ResponseEntity<Map<String, Object>> answer(JWKSet publicKeys) {
        return ResponseEntity.ok().cacheControl(CacheControl.noCache()).body(publicKeys.toJSONObject(true));
    }
}
