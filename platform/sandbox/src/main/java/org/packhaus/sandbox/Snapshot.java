package org.packhaus.sandbox;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import org.packhaus.sandbox.buyer.OrderMaker;
import org.packhaus.sandbox.carrier.SandboxCarrier;
import org.packhaus.sandbox.otto.Otto;
import org.packhaus.sandbox.web.Json;
import org.packhaus.sandbox.world.SandboxClock;
import org.packhaus.sandbox.world.Sellers;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Keeps the sandbox's world in one file, so that a portal with a database of its own finds the same orders and charges after a
 * restart. Tokens and fault dials are not kept.
 */
record Snapshot(
        Path file, Sellers sellers, SandboxClock clock, Otto otto, List<SandboxCarrier> carriers, OrderMaker maker) {

    void load() {
        if (!Files.exists(file)) {
            return;
        }
        try {
            JsonNode memory = Json.read(Files.readAllBytes(file));
            clock.reset(Duration.ofMillis(memory.path("aheadMillis").asLong(0)));
            sellers.recall(memory.path("sellers"));
            maker.recall(memory.path("series"));
            otto.recall(memory.path("otto"));
            carriers.forEach(carrier -> carrier.recall(memory.path(carrier.key())));
        } catch (IOException e) {
            throw new UncheckedIOException("The sandbox cannot read " + file, e);
        }
    }

    /** Written beside and moved over, so that a crash leaves the old or the new one. */
    synchronized void save() {
        ObjectNode memory = Json.object().put("aheadMillis", clock.ahead().toMillis());
        memory.set("sellers", sellers.remember());
        memory.set("series", maker.remember());
        memory.set("otto", otto.remember());
        carriers.forEach(carrier -> memory.set(carrier.key(), carrier.remember()));
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Path fresh = file.resolveSibling(file.getFileName() + ".new");
            Files.write(fresh, Json.bytes(memory));
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException("The sandbox cannot write " + file, e);
        }
    }
}
