package org.packhaus.demo;

import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.packhaus.sandbox.Sandbox;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A sandbox as long as the tests of a class run, and its control API. For a static field with {@code @RegisterExtension}. */
public final class RunningSandbox implements AfterAllCallback {
    private final Sandbox sandbox = Sandbox.start(0);
    private final SandboxControl control = new SandboxControl(sandbox.uri(), new JsonMapper());

    public URI uri() {
        return sandbox.uri();
    }

    public List<SandboxAccount> accounts() {
        return control.read().stream()
                .map(account -> new SandboxAccount(account, control))
                .toList();
    }

    public SandboxAccount account(int place) {
        return accounts().get(place);
    }

    public JsonNode get(String path) {
        return control.get(path);
    }

    public JsonNode post(String path) {
        return control.post(path, "");
    }

    public JsonNode post(String path, String body) {
        return control.post(path, body);
    }

    @Override
    public void afterAll(ExtensionContext tests) {
        sandbox.close();
    }
}
