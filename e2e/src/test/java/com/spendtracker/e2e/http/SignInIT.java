package com.spendtracker.e2e.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.spendtracker.e2e.stack.DemoUser;
import com.spendtracker.e2e.stack.Stack;
import com.spendtracker.e2e.stack.StackUnderTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Signing in through the gateway. */
@ExtendWith(StackUnderTest.class)
class SignInIT {
    private final Stack stack;
    private final Api api;

    SignInIT(Stack stack) {
        this.stack = stack;
        this.api = new Api(stack.gateway());
    }

    @ParameterizedTest
    @EnumSource
    void loginWhenFormIsRightThenToken(DemoUser user) {
        assertTokenOf(user, api.signIn(user.username(), DemoUser.PASSWORD));
    }

    @ParameterizedTest
    @EnumSource
    void loginWhenJsonIsRightThenToken(DemoUser user) {
        assertTokenOf(user, api.post(Api.LOGIN, Api.JSON, json(user.username(), DemoUser.PASSWORD)));
    }

    @Test
    void loginWhenUsernameIsInOtherCaseThenToken() {
        assertTokenOf(DemoUser.JOHN, api.signIn("John.DOE@Example.com", DemoUser.PASSWORD));
    }

    @Test
    void loginWhenFormHasFieldsOfOAuthThenToken() {
        String form = "grant_type=password&username=john.doe%40example.com&password=password123&scope=&client_id=";

        assertTokenOf(DemoUser.JOHN, api.post(Api.LOGIN, Api.FORM, form));
    }

    @Test
    void loginWhenPreviousTokenIsStaleThenToken() {
        String form = "username=john.doe%40example.com&password=password123";

        assertTokenOf(DemoUser.JOHN, api.post(Api.LOGIN, Api.FORM + ";charset=UTF-8", form));
        assertThat(api.post(Api.LOGIN, Api.FORM, form, "Cookie", "session=stale")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void loginWhenPasswordIsWrongThenSameAnswerAsForUnknownUser() {
        Answer wrongPassword = api.signIn(DemoUser.JOHN.username(), "password124");
        Answer unknownUser = api.signIn("nobody@example.com", "password124");

        Problems.assertUnauthenticated(wrongPassword);
        Problems.assertUnauthenticated(unknownUser);
        assertThat(withoutRequestId(wrongPassword)).isEqualTo(withoutRequestId(unknownUser));
        assertThat(wrongPassword.headers().map().keySet())
                .isEqualTo(unknownUser.headers().map().keySet());
    }

    @ParameterizedTest
    @ValueSource(strings = {"PASSWORD123", " password123", "password123 ", "password12", "' or '1'='1", "пароль"})
    void loginWhenPasswordIsAlmostRightThenUnauthenticated(String password) {
        Problems.assertUnauthenticated(api.signIn(DemoUser.JOHN.username(), password));
    }

    @ParameterizedTest
    @CsvSource({
        "'', username password",
        "username=john.doe%40example.com, password",
        "password=password123, username",
        "username=&password=password123, username",
        "username=john%00&password=password123, username",
        "username=john.doe%40example.com&username=jane.doe%40example.com&password=password123, username"
    })
    void loginWhenFormIsNotCompleteThenInvalid(String form, String fields) {
        Problems.assertInvalid(api.post(Api.LOGIN, Api.FORM, form), fields.split(" ", -1));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{} | username password",
                "{\"username\": \"john.doe@example.com\"} | password",
                "{\"username\": null, \"password\": \"x\"} | username"
            })
    void loginWhenJsonIsNotCompleteThenInvalid(String json, String fields) {
        Problems.assertInvalid(api.post(Api.LOGIN, Api.JSON, json), fields.split(" ", -1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "[]", "null", "\"text\"", "{\"username\": {\"$ne\": null}, \"password\": []}"})
    void loginWhenJsonCannotBeReadThenBadRequest(String json) {
        Problems.assertProblem(api.post(Api.LOGIN, Api.JSON, json), 400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/plain", "application/xml", "application/octet-stream"})
    void loginWhenContentTypeIsAnotherThenUnsupported(String contentType) {
        Problems.assertProblem(api.post(Api.LOGIN, contentType, json("john.doe@example.com", "password123")), 415);
    }

    @Test
    void loginWhenCredentialsAreInTheAddressThenInvalid() {
        Answer answer = api.post(Api.LOGIN + "?username=john.doe%40example.com&password=password123", Api.FORM, "");

        Problems.assertInvalid(answer, "username", "password");
    }

    @Test
    void tokenWhenIssuedThenLivesThirtyMinutesByDefault() {
        JsonNode claims = Jwt.claims(api.tokenOf(DemoUser.JOHN));

        assertThat(claims.required("exp").longValue() - claims.required("iat").longValue())
                .isEqualTo(1_800);
        assertThat(claims.required("jti").stringValue())
                .isNotEqualTo(
                        Jwt.claims(api.tokenOf(DemoUser.JOHN)).required("jti").stringValue());
    }

    private void assertTokenOf(DemoUser user, Answer answer) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        assertThat(answer.contentType()).isEqualTo("application/json");
        assertThat(answer.header("Cache-Control")).contains("no-store");
        assertThat(answer.json().propertyNames()).containsExactlyInAnyOrder("access_token", "token_type");
        assertThat(answer.json().required("token_type").stringValue()).isEqualTo("bearer");
        String token = answer.json().required("access_token").stringValue();
        assertThat(Jwt.header(token).required("alg").stringValue()).isEqualTo("ES256");
        assertThat(Jwt.claims(token).required("sub").stringValue())
                .isEqualTo(Long.toString(stack.ledger().userId(user)));
        assertThat(api.getAs(token, "/api/v1/users/me")
                        .json()
                        .required("username")
                        .stringValue())
                .isEqualTo(user.username());
    }

    private static String json(String username, String password) {
        return JsonMapper.shared()
                .createObjectNode()
                .put("username", username)
                .put("password", password)
                .toString();
    }

    private static JsonNode withoutRequestId(Answer answer) {
        return ((ObjectNode) answer.json()).without("request_id");
    }
}
