package org.packhaus.demo;

import org.packhaus.demo.DemoUsers.DemoUser;
import org.packhaus.order.ImportService;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.annotation.Profile;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Has the orders read at once, and tells how to get in. */
@Component
@Profile("demo")
class LivelyDemo {
    private final Opening opening;
    private final ImportService imports;
    private final DemoHistory history;

    LivelyDemo(Opening opening, ImportService imports, DemoHistory history) {
        this.opening = opening;
        this.imports = imports;
        this.history = history;
    }

    @EventListener
    void open(ApplicationReadyEvent ready) {
        opening.inScope(() -> opening.sellers().forEach(seller -> imports.now(seller.id(), seller.channel())));
        opening.buyersWrite();
        Thread.ofVirtual().name("history").start(() -> history.play(opening.history(), opening.sandbox()));
        Console.say("Packhaus is at     http://localhost:%d", port(ready));
        Console.say("The sandbox is at  %s", opening.sandbox().root());
        Console.say("");
        Console.say("Sign in with the password %s as", DemoUsers.PASSWORD);
        for (DemoUser user : opening.users()) {
            Console.say("  %-28s %s", user.email(), user.about());
        }
        System.out.println("Demo is ready");
    }

    private static int port(ApplicationReadyEvent ready) {
        return ready.getApplicationContext() instanceof WebServerApplicationContext web && web.getWebServer() != null
                ? web.getWebServer().getPort()
                : 8080;
    }
}
