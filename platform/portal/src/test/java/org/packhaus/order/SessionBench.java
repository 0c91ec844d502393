package org.packhaus.order;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.VaadinSession;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.apache.catalina.Context;
import org.apache.catalina.Session;
import org.packhaus.Portal;
import org.packhaus.database.FreshSchema;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.tomcat.TomcatWebServer;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * What an idle session on the order list holds of the heap: signed in, list built and filled, push connection open. The people are in a
 * process of their own ({@link SessionVisitors}), so that what is counted is the server's alone. {@code ./packhaus bench --sessions 200}
 */
public final class SessionBench {
    private static final int ORDERS = 10_000;
    private static final int FIRST = 10;
    private static final int MOST_KB = 300;
    private static final int CLASSES = 40;
    private static final String EMAIL = "admin@packhaus.example";
    private static final String PASSWORD = "a bench for many people";

    private SessionBench() {}

    public static void main(String[] arguments) throws IOException {
        int sessions = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 200;
        boolean good;
        try (ConfigurableApplicationContext context = new SpringApplicationBuilder(Portal.class)
                .profiles("test")
                .initializers(new FreshSchema())
                .run(
                        "--server.port=0",
                        "--server.address=127.0.0.1",
                        "--db-scheduler.polling-interval=1h",
                        "--packhaus.admin.email=" + EMAIL,
                        "--packhaus.admin.password=" + PASSWORD)) {
            OrderListBench.seed(context.getBean(JdbcTemplate.class), ORDERS);
            good = measure(web(context), sessions);
        }
        System.exit(good ? 0 : 3);
    }

    private static boolean measure(TomcatWebServer web, int sessions) throws IOException {
        try (Visitors visitors = Visitors.of("http://127.0.0.1:" + web.getPort())) {
            // The first of all pay for classes, pools and caches, which they share with those who come after.
            visitors.come(FIRST);
            HeapMakeup before = HeapMakeup.now();
            long none = liveHeap();
            visitors.come(sessions / 2);
            long half = liveHeap();
            visitors.come(sessions - sessions / 2);
            long all = liveHeap();
            int standing = standing(web);
            System.out.printf(
                    "%n%,d orders, %d sessions on the order list, each with its push connection%n", ORDERS, standing);
            System.out.printf("%-24s %10s %14s%n", "sessions", "heap kB", "kB a session");
            System.out.printf("%-24d %,10d%n", 0, none);
            System.out.printf("%-24d %,10d %14.1f%n", sessions / 2, half, (double) (half - none) / (sessions / 2));
            double each = (double) (all - none) / sessions;
            System.out.printf("%-24d %,10d %14.1f%n%n", sessions, all, each);
            HeapMakeup.now().growth(before, sessions, CLASSES).forEach(System.out::println);
            if (standing != FIRST + sessions) {
                System.out.printf("Only %d of %d have the list before them%n", standing, FIRST + sessions);
                return false;
            }
            return each <= MOST_KB;
        }
    }

    /** In kB, once collecting frees no more. */
    private static long liveHeap() {
        long least = Long.MAX_VALUE;
        for (int unchanged = 0; unchanged < 3; ) {
            System.gc();
            long used = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() / 1024;
            unchanged = used < least - 256 ? 0 : unchanged + 1;
            least = Math.min(least, used);
        }
        return least;
    }

    /** How many sessions there are with one page, the order list, whose push connection is open. */
    private static int standing(TomcatWebServer web) {
        return (int) Stream.of(web.getTomcat().getHost().findChildren())
                .flatMap(context -> Stream.of(((Context) context).getManager().findSessions()))
                .map(Session::getSession)
                .flatMap(session ->
                        Collections.list(session.getAttributeNames()).stream().map(session::getAttribute))
                .filter(VaadinSession.class::isInstance)
                .map(VaadinSession.class::cast)
                .filter(SessionBench::standsBeforeTheList)
                .count();
    }

    private static boolean standsBeforeTheList(VaadinSession session) {
        session.lock();
        try {
            List<UI> pages = List.copyOf(session.getUIs());
            return pages.size() == 1
                    && pages.getFirst().getInternals().getActiveRouterTargetsChain().stream()
                            .anyMatch(view -> view.getClass().getSimpleName().equals("OrdersView"))
                    && pages.getFirst().getInternals().getPushConnection().isConnected();
        } finally {
            session.unlock();
        }
    }

    private static TomcatWebServer web(ConfigurableApplicationContext context) {
        if (context instanceof WebServerApplicationContext server
                && server.getWebServer() instanceof TomcatWebServer tomcat) {
            return tomcat;
        }
        throw new IllegalStateException("The portal runs in no Tomcat");
    }

    /** The process of those who look at the list. */
    private record Visitors(Process process, BufferedWriter asks, BufferedReader answers) implements AutoCloseable {

        static Visitors of(String address) throws IOException {
            Process process = new ProcessBuilder(
                            System.getProperty("java.home") + File.separator + "bin" + File.separator + "java",
                            "-Xmx256m",
                            "-cp",
                            System.getProperty("java.class.path"),
                            SessionVisitors.class.getName(),
                            address,
                            EMAIL,
                            PASSWORD)
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            return new Visitors(
                    process, process.outputWriter(StandardCharsets.UTF_8), process.inputReader(StandardCharsets.UTF_8));
        }

        /** Returns when all of them have the list before them. */
        void come(int count) throws IOException {
            asks.write(count + "\n");
            asks.flush();
            String answer = answers.readLine();
            if (!String.valueOf(count).equals(answer)) {
                throw new IllegalStateException("The visitors said: " + answer);
            }
        }

        @Override
        public void close() {
            try {
                asks.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } finally {
                process.destroy();
            }
        }
    }
}
