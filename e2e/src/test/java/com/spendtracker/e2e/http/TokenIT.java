package com.spendtracker.e2e.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.spendtracker.e2e.stack.DemoUser;
import com.spendtracker.e2e.stack.Stack;
import com.spendtracker.e2e.stack.StackUnderTest;
import com.spendtracker.e2e.stack.TokenForge;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** No request without a valid token reaches data, at whichever door it knocks. */
@ExtendWith(StackUnderTest.class)
class TokenIT {
    private static final List<String> ACCOUNT_PATHS = List.of("/api/v1/users/me");
    private static final List<String> SPENDING_PATHS = List.of(
            "/api/v1/transactions",
            "/api/v1/transactions?limit=1",
            "/api/v1/transactions/metrics",
            "/api/v1/transactions/time-series?granularity=day",
            "/api/v1/categories");

    private final Stack stack;
    private final TokenForge forge;

    TokenIT(Stack stack) {
        this.stack = stack;
        this.forge = new TokenForge(stack, DemoUser.JOHN);
    }

    @Test
    void eachDoorWhenTokenIsAsIssuedThenData() {
        String token = forge.valid();

        assertThat(SPENDING_PATHS).allSatisfy(path -> {
            assertThat(new Api(stack.gateway()).getAs(token, path).status()).isEqualTo(200);
            assertThat(new Api(stack.analytics()).getAs(token, path).status()).isEqualTo(200);
        });
        assertThat(ACCOUNT_PATHS).allSatisfy(path -> {
            assertThat(new Api(stack.gateway()).getAs(token, path).status()).isEqualTo(200);
            assertThat(new Api(stack.auth()).getAs(token, path).status()).isEqualTo(200);
        });
    }

    @Test
    void anyDoorWhenTokenIsInTheAddressThenUnauthenticated() {
        String token = forge.valid();

        assertThat(doors())
                .allSatisfy(door -> assertThat(SPENDING_PATHS)
                        .allSatisfy(path -> Problems.assertUnauthenticated(
                                new Api(door).get(path + (path.contains("?") ? "&" : "?") + "access_token=" + token))));
    }

    @Test
    void publishedKeysWhenReadThenPublicPartsOnly() {
        Answer answer = new Api(stack.auth()).get("/.well-known/jwks.json");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().required("keys").values())
                .isNotEmpty()
                .allSatisfy(key -> assertThat(key.propertyNames())
                        .contains("kty", "crv", "x", "y", "kid")
                        .doesNotContain("d"));
    }

    @Test
    void privateKeysWhenAskedForAtTheGatewayThenNoKeys() {
        assertThat(new Api(stack.gateway()).get("/.well-known/jwks.json").body())
                .doesNotContain("\"keys\"");
    }

    @Test
    void usersMeWhenAccountIsGoneThenNoData() {
        Answer answer = new Api(stack.gateway()).getAs(forge.speakingFor("999999999999"), "/api/v1/users/me");

        assertThat(answer.status()).isBetween(400, 499);
        Problems.assertProblem(answer, answer.status());
    }

    private List<URI> doors() {
        return List.of(stack.gateway(), stack.analytics(), stack.auth());
    }
}
