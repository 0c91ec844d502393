package org.packhaus.sandbox;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;

/** A test against a sandbox that is reset before each rule. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class SandboxTest {

    private final Sandbox sandbox = Sandbox.start(0);

    /** Steers the sandbox; carries no token. */
    final Caller control = new Caller(sandbox.uri());

    @BeforeAll
    void answers() {
        control.get("/sandbox");
    }

    @BeforeEach
    void reset() {
        control.post("/sandbox/reset", "");
    }

    @AfterAll
    void stop() {
        sandbox.close();
    }

    Caller otto(String seller) {
        control.post("/sandbox/limits", "{\"perSellerPerSecond\":0,\"tokenPerAddressPerSecond\":0}");
        return new Caller(sandbox.uri()).asOtto(seller, Caller.ALL_SCOPES);
    }

    Caller dhl(String seller) {
        return new Caller(sandbox.uri()).asDhl(seller);
    }

    Caller stranger() {
        return new Caller(sandbox.uri());
    }
}
