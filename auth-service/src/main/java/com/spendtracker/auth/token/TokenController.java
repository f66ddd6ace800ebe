package com.spendtracker.auth.token;

import com.spendtracker.support.problem.Problem;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Exchanges a username and a password for an access token. */
@RestController
@Tag(name = "Sign in")
class TokenController {
    private static final String PATH = "/api/v1/login";

    private final SignInService signIns;

    TokenController(SignInService signIns) {
        this.signIns = signIns;
    }

    /** Signs in with the fields of a form; the query string is not looked at, as passwords there end up in logs. */
    @PostMapping(path = PATH, consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
    Mono<ResponseEntity<TokenResponse>> signIn(@RequestBody MultiValueMap<String, String> form) {
        return signIn(SignInRequest.of(form));
    }

    /** Signs in with a JSON object. */
    @PostMapping(path = PATH, consumes = MediaType.APPLICATION_JSON_VALUE)
    Mono<ResponseEntity<TokenResponse>> signIn(@RequestBody SignInRequest request) {
        return signIns.signIn(request.validated()).map(TokenController::answer);
    }

    private static ResponseEntity<TokenResponse> answer(TokenResponse token) {
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(token);
    }
}
