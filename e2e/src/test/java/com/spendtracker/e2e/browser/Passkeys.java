package com.spendtracker.e2e.browser;

import com.google.gson.JsonObject;
import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.RequestOptions;
import java.net.URI;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A device of the browser's that keeps passkeys and always knows its owner; and what it signs, for whom that is no use. */
final class Passkeys {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String SIGN = """
            async () => {
              const options = await (await fetch('/api/v1/login/passkey/options', { method: 'POST' })).json();
              const publicKey = PublicKeyCredential.parseRequestOptionsFromJSON(options);
              return JSON.stringify((await navigator.credentials.get({ publicKey })).toJSON());
            }""";

    private final Page page;
    private final CDPSession browser;
    private final String authenticator;
    private final URI gateway;

    Passkeys(Window window) {
        this.page = window.page();
        this.gateway = window.stack().gateway();
        this.browser = page.context().newCDPSession(page);
        browser.send("WebAuthn.enable");
        JsonObject options = new JsonObject();
        options.addProperty("protocol", "ctap2");
        options.addProperty("transport", "internal");
        options.addProperty("hasResidentKey", true);
        options.addProperty("hasUserVerification", true);
        options.addProperty("isUserVerified", true);
        options.addProperty("automaticPresenceSimulation", true);
        JsonObject arguments = new JsonObject();
        arguments.add("options", options);
        this.authenticator = browser.send("WebAuthn.addVirtualAuthenticator", arguments)
                .get("authenticatorId")
                .getAsString();
    }

    /** Whether the device knows its owner from now on. */
    void setKnowsItsOwner(boolean value) {
        JsonObject arguments = new JsonObject();
        arguments.addProperty("authenticatorId", authenticator);
        arguments.addProperty("isUserVerified", value);
        browser.send("WebAuthn.setUserVerified", arguments);
    }

    /** What the browser answers on the page that is open, for a new challenge. */
    ObjectNode sign() {
        return (ObjectNode) JSON.readTree((String) page.evaluate(SIGN));
    }

    /** Sends that from somewhere else, as who has listened or made it up would. */
    APIResponse send(ObjectNode credential) {
        return page.request()
                .post(
                        gateway.resolve("/api/v1/login/passkey").toString(),
                        RequestOptions.create()
                                .setHeader("Content-Type", "application/json")
                                .setData(JSON.createObjectNode()
                                        .set("credential", credential)
                                        .toString()));
    }
}
