package org.packhaus.sandbox;

import java.net.URI;
import java.util.List;
import org.packhaus.sandbox.buyer.TestOrdersApi;
import org.packhaus.sandbox.control.ControlApi;
import org.packhaus.sandbox.dhl.Dhl;
import org.packhaus.sandbox.fault.Faults;
import org.packhaus.sandbox.otto.Otto;
import org.packhaus.sandbox.web.Json;
import org.packhaus.sandbox.web.Reply;
import org.packhaus.sandbox.web.Request;
import org.packhaus.sandbox.web.Routes;
import org.packhaus.sandbox.web.WebServer;
import org.packhaus.sandbox.world.SandboxClock;
import org.packhaus.sandbox.world.Sellers;

/**
 * OTTO Market and DHL Parcel DE, simulated over real HTTP on their real paths. Tests start it in their own process; everything but
 * starting and stopping goes over HTTP, so that nobody can tell it from the real thing by how it is called.
 */
public final class Sandbox implements AutoCloseable {

    private final WebServer server;

    private Sandbox(String host, int port) {
        SandboxClock clock = new SandboxClock();
        Sellers sellers = new Sellers();
        Faults faults = new Faults();
        Dhl dhl = new Dhl(sellers, clock);
        Otto otto = new Otto(sellers, clock, dhl.news());
        Routes routes = new Routes();
        otto.routes(routes);
        new TestOrdersApi(otto, clock).routes(routes);
        dhl.routes(routes);
        new ControlApi(sellers, clock, faults, otto, dhl).routes(routes);
        server = new WebServer(host, port, routes, faults, Sandbox::unknown);
    }

    /** Starts on the loopback interface. @param port 0 takes a free one */
    public static Sandbox start(int port) {
        return new Sandbox("127.0.0.1", port);
    }

    /** The address below which all paths hang, without a slash at the end. */
    public URI uri() {
        return server.uri();
    }

    @Override
    public void close() {
        server.close();
    }

    /** What OTTO's and DHL's gateways say to a path they do not know. */
    private static Reply unknown(Request request) {
        return request.path().startsWith("/parcel/")
                ? Reply.json(
                        404,
                        Json.object()
                                .put("title", "Not Found")
                                .put("status", 404)
                                .put("detail", "Invalid API call as no apiproduct match found"))
                : Reply.json(404, Json.object().put("message", "No Route matched with those values"));
    }

    public static void main(String[] arguments) throws InterruptedException {
        Options options;
        try {
            options = Options.of(List.of(arguments));
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage());
            System.exit(2);
            return;
        }
        Sandbox sandbox = new Sandbox(options.host(), options.port());
        Runtime.getRuntime().addShutdownHook(new Thread(sandbox::close));
        System.out.println("Sandbox listens on " + sandbox.uri());
        Thread.currentThread().join();
    }
}
