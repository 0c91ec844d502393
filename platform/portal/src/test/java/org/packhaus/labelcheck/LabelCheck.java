package org.packhaus.labelcheck;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.packhaus.Portal;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * Opens the portal on the data a headless run left behind, has every label made in every format by the portal's own services, and reads
 * all of them: PDF by two rasterisers, ZPL by a renderer that is not ours, PNG and EPL2 as they are. With {@code --print} they also go
 * through print stations, CUPS, sockets and the agent.
 *
 * <p>Usage: {@code LabelCheck --data DIR --out DIR [--node-modules DIR] [--fine] [--print --agent JAR [--cups HOST:PORT --cups-out DIR]]}; exit 0 only if nothing is missing.
 */
public final class LabelCheck {
    private LabelCheck() {}

    public static void main(String[] arguments) throws Exception {
        Map<String, String> options = options(arguments);
        Path data = Path.of(options.get("--data"));
        Path out = Files.createDirectories(Path.of(options.get("--out")));
        List<String> problems = new ArrayList<>();
        Instant began = Instant.now();
        try (PrintTargets targets = new PrintTargets(out);
                ConfigurableApplicationContext portal = new SpringApplicationBuilder(Portal.class)
                        .run(
                                "--server.port=0",
                                "--server.address=127.0.0.1",
                                "--logging.level.root=error",
                                "--spring.main.banner-mode=off",
                                "--packhaus.data=" + data,
                                "--packhaus.plugins.checksums=" + data.resolve("plugins.sha256"),
                                "--packhaus.print.hosts=" + targets.hosts(options.get("--cups")))) {
            Stock stock = new Stock(portal);
            say("%d labels of %d orders", stock.labels().size(), stock.orders().size());
            try (Formats formats = new Formats(portal, out, modules(options), options.containsKey("--fine"))) {
                problems.addAll(formats.leftOut());
                Tally tally = formats.check(stock.labels());
                tally.print(System.out);
                if (!tally.isClean()) {
                    problems.add("Not every barcode was read; see the table.");
                }
            }
            if (options.containsKey("--print")) {
                problems.addAll(new Sheets(portal, stock, out).check());
                problems.addAll(new Prints(portal, stock, targets, out, options).check());
            }
        } catch (RuntimeException | IOException e) {
            e.printStackTrace();
            problems.add("The check broke off: " + e);
        }
        problems.forEach(problem -> say("!! %s", problem));
        say(
                "%s (%d s)",
                problems.isEmpty() ? "All labels read." : problems.size() + " problems.",
                Duration.between(began, Instant.now()).toSeconds());
        // Left out is said loudly and is no failure: the machine lacks something, the labels do not.
        System.exit(problems.stream().allMatch(problem -> problem.startsWith("Left out")) ? 0 : 1);
    }

    static void say(String text, Object... values) {
        System.out.println(text.formatted(values));
    }

    private static java.util.Optional<Path> modules(Map<String, String> options) {
        return java.util.Optional.ofNullable(options.get("--node-modules")).map(Path::of);
    }

    private static Map<String, String> options(String[] arguments) {
        Map<String, String> options = new LinkedHashMap<>();
        for (int i = 0; i < arguments.length; i++) {
            boolean flag = i + 1 == arguments.length || arguments[i + 1].startsWith("--");
            options.put(arguments[i], flag ? "" : arguments[++i]);
        }
        return options;
    }
}
