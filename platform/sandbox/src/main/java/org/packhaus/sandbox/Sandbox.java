package org.packhaus.sandbox;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.packhaus.sandbox.buyer.ChoosyBuyers;
import org.packhaus.sandbox.buyer.OrderMaker;
import org.packhaus.sandbox.buyer.TestOrdersApi;
import org.packhaus.sandbox.carrier.Roads;
import org.packhaus.sandbox.carrier.SandboxCarrier;
import org.packhaus.sandbox.control.ControlApi;
import org.packhaus.sandbox.control.MailControl;
import org.packhaus.sandbox.control.ReturnsControl;
import org.packhaus.sandbox.control.RoadsControl;
import org.packhaus.sandbox.dhl.Dhl;
import org.packhaus.sandbox.dpd.Dpd;
import org.packhaus.sandbox.fault.Faults;
import org.packhaus.sandbox.gls.Gls;
import org.packhaus.sandbox.hermes.Hermes;
import org.packhaus.sandbox.otto.CarrierNews;
import org.packhaus.sandbox.otto.Otto;
import org.packhaus.sandbox.otto.ReturnBook;
import org.packhaus.sandbox.ups.Ups;
import org.packhaus.sandbox.web.Json;
import org.packhaus.sandbox.web.Reply;
import org.packhaus.sandbox.web.Request;
import org.packhaus.sandbox.web.Routes;
import org.packhaus.sandbox.web.WebServer;
import org.packhaus.sandbox.world.SandboxClock;
import org.packhaus.sandbox.world.Sellers;
import org.packhaus.sandbox.zammad.Zammad;

/**
 * OTTO Market and DHL Parcel DE, simulated over real HTTP on their real paths. Tests start it in their own process; everything but
 * starting and stopping goes over HTTP, so that nobody can tell it from the real thing by how it is called.
 */
public final class Sandbox implements AutoCloseable {

    private static final int SAVE_EVERY_MILLIS = 1000;

    private final WebServer server;
    private final Runnable save;
    private final MailControl mail;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("sandbox-snapshot").factory());
    private long saved;

    /**
     * @param data a folder to keep the world in, empty for none
     * @param decidesAfterDays when OTTO takes back what nobody decided about; 0 for never
     */
    private Sandbox(String host, int port, String data, int decidesAfterDays) {
        SandboxClock clock = new SandboxClock();
        Sellers sellers = new Sellers();
        Roads roads = new Roads();
        Faults faults = new Faults();
        List<SandboxCarrier> carriers = List.of(
                new Dhl(sellers, clock, roads),
                new Dpd(sellers, clock, roads),
                new Gls(sellers, clock, roads),
                new Ups(sellers, clock, roads),
                new Hermes(sellers, clock, roads));
        ChoosyBuyers buyers = new ChoosyBuyers();
        Otto otto = new Otto(sellers, clock, news(carriers), buyers, decidesAfterDays);
        OrderMaker maker = new OrderMaker(clock);
        Routes routes = new Routes();
        otto.routes(routes);
        new TestOrdersApi(otto, clock).routes(routes);
        carriers.forEach(carrier -> carrier.routes(routes));
        new ControlApi(sellers, clock, faults, otto, carriers, maker, buyers).routes(routes);
        new RoadsControl(sellers, clock, carriers, roads).routes(routes);
        new ReturnsControl(sellers, otto, buyers).routes(routes);
        Zammad zammad = new Zammad(sellers, clock);
        zammad.routes(routes);
        mail = new MailControl(sellers, clock, zammad);
        mail.routes(routes);
        if (data.isEmpty()) {
            save = () -> {};
        } else {
            Snapshot snapshot = new Snapshot(Path.of(data, "sandbox.json"), sellers, clock, otto, carriers, maker);
            snapshot.load();
            save = snapshot::save;
        }
        server = new WebServer(host, port, routes, faults, Sandbox::unknown);
        if (!data.isEmpty()) {
            timer.scheduleWithFixedDelay(
                    this::saveChanges, SAVE_EVERY_MILLIS, SAVE_EVERY_MILLIS, TimeUnit.MILLISECONDS);
        }
    }

    /** OTTO hears of a parcel from the carrier it was reported with. */
    private static CarrierNews news(List<SandboxCarrier> carriers) {
        return (code, number, now) -> carriers.stream()
                .filter(carrier -> carrier.code().equals(code))
                .findFirst()
                .map(carrier -> carrier.news(number, now))
                .orElse(List.of());
    }

    /** Starts on the loopback interface. @param port 0 takes a free one */
    public static Sandbox start(int port) {
        return new Sandbox("127.0.0.1", port, "", ReturnBook.DEADLINE_DAYS);
    }

    /** The address below which all paths hang, without a slash at the end. */
    public URI uri() {
        return server.uri();
    }

    private synchronized void saveChanges() {
        long changes = server.changes();
        if (changes != saved) {
            save.run();
            saved = changes;
        }
    }

    @Override
    public void close() {
        timer.shutdownNow();
        server.close();
        mail.close();
        saveChanges();
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
        Sandbox sandbox;
        try {
            options = Options.of(List.of(arguments));
            sandbox = new Sandbox(options.host(), options.port(), options.data(), options.decidesAfterDays());
        } catch (IllegalArgumentException | java.io.UncheckedIOException e) {
            System.err.println(e.getMessage());
            System.exit(2);
            return;
        }
        Runtime.getRuntime().addShutdownHook(new Thread(sandbox::close));
        System.out.println("Sandbox listens on " + sandbox.uri());
        Thread.currentThread().join();
    }
}
