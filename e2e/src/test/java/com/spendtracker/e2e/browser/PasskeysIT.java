package com.spendtracker.e2e.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.options.RequestOptions;
import com.spendtracker.e2e.stack.StackUnderTest;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.node.ObjectNode;

/** Signing in with a key of the device, in a browser that has one, and by those who have not. */
@ExtendWith({StackUnderTest.class, InBrowser.class})
class PasskeysIT {
    private static final String PASSWORD = "seven quiet rivers";
    private static final int[] WIDTHS = {320, 390, 768, 1440};

    private final String username = UUID.randomUUID() + "@example.com";

    @Test
    void passkeyWhenAddedThenItIsAllThatSigningInTakesUntilItIsRemoved(Window window) {
        window.expectStatus(401);
        new Passkeys(window);
        SignInPage signIn = signUp(window);
        Dashboard dashboard = new Dashboard(window.page());
        signIn.submit(username, PASSWORD);
        assertThat(dashboard.welcome()).isVisible();
        SettingsPage settings = new SettingsPage(window).open();
        assertThat(settings.passkeys()).hasCount(0);

        settings.addPasskey("My laptop", PASSWORD);

        assertThat(settings.passkeys()).containsText("My laptop");
        assertThat(settings.passkeys()).containsText("not used yet");
        for (int width : WIDTHS) {
            window.page().setViewportSize(width, Shown.HEIGHT);
            assertThat((Integer) window.page().evaluate("document.documentElement.scrollWidth"))
                    .isLessThanOrEqualTo(width);
        }
        dashboard.signOut();
        signIn.submitPasskey();
        assertThat(dashboard.welcome()).isVisible();
        settings.open();
        assertThat(settings.passkeys()).not().containsText("not used yet");

        settings.removePasskey();
        assertThat(settings.passkeys()).hasCount(0);
        dashboard.signOut();
        signIn.submitPasskey();
        assertThat(signIn.error()).isVisible();
        signIn.submit(username, PASSWORD);
        assertThat(dashboard.welcome()).isVisible();
    }

    @Test
    void passkeyWhenStolenCopiedOrMadeUpThenNobodyIsLetIn(Window window) {
        Passkeys device = new Passkeys(window);
        SignInPage signIn = signUp(window);
        signIn.submit(username, PASSWORD);
        assertThat(new Dashboard(window.page()).welcome()).isVisible();
        new SettingsPage(window).open().addPasskey("My laptop", PASSWORD);

        ObjectNode heard = device.sign();
        assertThat(device.send(heard).status()).isEqualTo(200);
        refused(device, "An answer that was listened to does not count again", heard);
        refused(device, "A signature of something else does not count", altered(device, response -> {
            byte[] signature = bytes(response, "signature");
            signature[signature.length - 1] ^= 1;
            put(response, "signature", signature);
        }));
        refused(device, "An answer for another site does not count", altered(device, response -> {
            String client = new String(bytes(response, "clientDataJSON"), StandardCharsets.UTF_8);
            put(
                    response,
                    "clientDataJSON",
                    client.replace("localhost", "evil.example").getBytes(StandardCharsets.UTF_8));
        }));
        refused(device, "A challenge of one's own does not count", altered(device, response -> {
            String client = new String(bytes(response, "clientDataJSON"), StandardCharsets.UTF_8);
            put(
                    response,
                    "clientDataJSON",
                    client.replaceFirst("\"challenge\":\"[^\"]*\"", "\"challenge\":\"" + "A".repeat(75) + "\"")
                            .getBytes(StandardCharsets.UTF_8));
        }));
        refused(device, "A device that says it knows its owner does not count", altered(device, response -> {
            byte[] data = bytes(response, "authenticatorData");
            data[32] ^= 0x04;
            put(response, "authenticatorData", data);
        }));
        refused(
                device,
                "Somebody else's name does not count",
                altered(device, response -> response.put("userHandle", "MQ")));
        ObjectNode unknown = device.sign();
        unknown.put("id", "AAAAAAAAAAAAAAAAAAAAAA").put("rawId", "AAAAAAAAAAAAAAAAAAAAAA");
        refused(device, "A passkey that nobody has does not count", unknown);
    }

    @Test
    void passkeyWhenTheDeviceDoesNotKnowItsOwnerThenNothingIsSigned(Window window) {
        Passkeys device = new Passkeys(window);
        SignInPage signIn = signUp(window);
        signIn.submit(username, PASSWORD);
        assertThat(new Dashboard(window.page()).welcome()).isVisible();
        new SettingsPage(window).open().addPasskey("My laptop", PASSWORD);
        new Dashboard(window.page()).signOut();
        device.setKnowsItsOwner(false);

        signIn.submitPasskey();

        assertThat(signIn.username()).isVisible();
        assertThat(window.page().getByTestId("sign-in-by-passkey")).isEnabled();
    }

    @Test
    void siteWhenOpenedByAnAddressOfNumbersThenNoPasskeyIsOffered(Window window) {
        window.page().navigate("http://127.0.0.1:" + window.stack().gateway().getPort() + "/");

        assertThat(new SignInPage(window).username()).isVisible();
        assertThat(window.page().getByTestId("sign-in-by-passkey")).hasCount(0);
    }

    private SignInPage signUp(Window window) {
        APIResponse answer = window.page()
                .request()
                .post(
                        "/api/v1/users",
                        RequestOptions.create().setData(Map.of("username", username, "password", PASSWORD)));
        assertThat(answer.status()).isEqualTo(201);
        return new SignInPage(window).open();
    }

    private static void refused(Passkeys device, String attack, ObjectNode credential) {
        APIResponse answer = device.send(credential);
        assertThat(answer.status()).as(attack).isEqualTo(401);
        assertThat(answer.text()).as(attack).contains("passkey-refused");
        System.out.println("withstood: " + attack);
    }

    private static ObjectNode altered(Passkeys device, Consumer<ObjectNode> change) {
        ObjectNode credential = device.sign();
        change.accept((ObjectNode) credential.required("response"));
        return credential;
    }

    private static byte[] bytes(ObjectNode response, String field) {
        return Base64.getUrlDecoder().decode(response.required(field).stringValue());
    }

    private static void put(ObjectNode response, String field, byte[] bytes) {
        response.put(field, Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }
}
