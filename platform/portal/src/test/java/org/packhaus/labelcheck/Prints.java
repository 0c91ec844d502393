package org.packhaus.labelcheck;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;
import org.jspecify.annotations.Nullable;
import org.packhaus.document.PrintRequest;
import org.packhaus.print.NewPrinter;
import org.packhaus.print.PrintService;
import org.packhaus.print.PrintStations;
import org.packhaus.print.PrinterId;
import org.packhaus.print.Route;
import org.packhaus.print.StationId;
import org.packhaus.print.TaskId;
import org.packhaus.print.TaskRow;
import org.packhaus.print.TaskState;
import org.packhaus.sdk.DocumentType;
import org.packhaus.seller.SellerId;
import org.packhaus.seller.SellerScope;
import org.springframework.context.ConfigurableApplicationContext;

/** The whole batch through every road to a printer. */
final class Prints {
    private static final Duration LONGEST = Duration.ofMinutes(6);
    private static final int START = 3;

    private final ConfigurableApplicationContext portal;
    private final Stock stock;
    private final PrintTargets targets;
    private final Path out;
    private final Map<String, String> options;
    private final PrintService prints;
    private final PrintStations stations;
    private final List<String> problems = new ArrayList<>();

    Prints(
            ConfigurableApplicationContext portal,
            Stock stock,
            PrintTargets targets,
            Path out,
            Map<String, String> options) {
        this.portal = portal;
        this.stock = stock;
        this.targets = targets;
        this.out = out;
        this.options = options;
        this.prints = portal.getBean(PrintService.class);
        this.stations = portal.getBean(PrintStations.class);
    }

    List<String> check() throws IOException {
        StationId station = stations.addStation("Label check " + System.nanoTime());
        straight(station);
        deadEnd(station);
        @Nullable String cups = options.get("--cups");
        if (cups == null) {
            problems.add("Left out: CUPS. To have it: apt-get install cups cups-client cups-filters");
        } else {
            cups(station, cups);
        }
        agent(station, cups != null);
        return problems;
    }

    private void straight(StationId station) {
        List<TaskId> tasks = print(station, printer(station, Route.RAW, targets.straight(), DocumentType.ZPL, ""));
        end(tasks, Duration.ofMinutes(2));
        expect("raw TCP", tasks, TaskState.PRINTED);
        List<byte[]> files = targets.receivedStraight();
        labels("raw TCP", files);
        LabelCheck.say(
                "raw TCP 9100: %d files, %d labels, %d bytes",
                files.size(),
                files.stream().mapToInt(Prints::count).sum(),
                files.stream().mapToInt(file -> file.length).sum());
    }

    /** A printer that is off says so, for each file, and stops nothing. */
    private void deadEnd(StationId station) {
        List<TaskId> tasks = print(station, printer(station, Route.RAW, targets.deadEnd(), DocumentType.ZPL, ""));
        end(tasks, Duration.ofMinutes(2));
        expect("a printer that is off", tasks, TaskState.FAILED);
        LabelCheck.say(
                "a printer that is off: %s",
                rows(tasks).stream()
                        .map(row -> row.problemCode() + ", " + row.problemText())
                        .findFirst()
                        .orElse("nothing"));
    }

    private void cups(StationId station, String cups) throws IOException {
        Path folder = Path.of(options.get("--cups-out"));
        empty(folder);
        List<TaskId> tasks = print(
                station, printer(station, Route.IPP, "ipp://" + cups + "/printers/PDF", DocumentType.PDF, "a4-4"));
        end(tasks, LONGEST);
        expect("CUPS by IPP", tasks, TaskState.PRINTED);
        List<Path> files = files(folder, ".pdf", tasks.size());
        sheets("CUPS by IPP", files, "cups-ipp");
        LabelCheck.say("CUPS by IPP: %d files in %s", files.size(), folder);
    }

    private void agent(StationId station, boolean cups) throws IOException {
        Path sheets = out.resolve("agent-sheets");
        empty(sheets);
        List<TaskId> tasks = new ArrayList<>();
        PrinterId four = printer(station, Route.AGENT, "Sheets", DocumentType.PDF, "a4-4");
        PrinterId zebra = printer(station, Route.AGENT, "Zebra", DocumentType.ZPL, "");
        PrinterId off = printer(station, Route.AGENT, "Off", DocumentType.ZPL, "");
        List<TaskId> onSheets = print(station, four);
        List<TaskId> failing = print(station, off);
        List<TaskId> onZebra = print(station, zebra);
        List<TaskId> onCups =
                cups ? print(station, printer(station, Route.AGENT, "Office", DocumentType.PDF, "a4-4")) : List.of();
        Stream.of(onSheets, failing, onZebra, onCups).forEach(tasks::addAll);
        Path folder = cups ? Path.of(options.get("--cups-out")) : out;
        if (cups) {
            empty(folder);
        }
        int port = Integer.parseInt(portal.getEnvironment().getProperty("local.server.port", "0"));
        try (CutWire wire = new CutWire(port)) {
            Process agent = start(wire.port(), stations.newToken(station), sheets);
            try {
                Awaitility.await()
                        .atMost(LONGEST)
                        .until(() -> rows(tasks).stream().anyMatch(row -> row.state() == TaskState.PRINTED));
                wire.cut();
                long before = rows(tasks).stream()
                        .filter(row -> row.state() == TaskState.PRINTED)
                        .count();
                Awaitility.await().atMost(LONGEST).until(() -> wire.refused() >= 3);
                wire.mend();
                LabelCheck.say(
                        "agent: wire cut after %d of %d files, %d calls in vain, mended",
                        before, tasks.size(), wire.refused());
                end(tasks, LONGEST);
            } finally {
                agent.destroy();
            }
        }
        expect("agent, sheets", onSheets, TaskState.PRINTED);
        expect("agent, a printer that is off", failing, TaskState.FAILED);
        expect("agent, label printer", onZebra, TaskState.PRINTED);
        sheets("agent, sheets", files(sheets, ".pdf", onSheets.size()), "agent");
        labels("agent, label printer", targets.receivedBehindAgent());
        if (cups) {
            expect("agent, CUPS", onCups, TaskState.PRINTED);
            sheets("agent, CUPS", files(folder, ".pdf", onCups.size()), "agent-cups");
        }
        LabelCheck.say(
                "agent: %d files printed, %d failed as they should (%s)",
                onSheets.size() + onZebra.size() + onCups.size(),
                failing.size(),
                rows(failing).stream()
                        .map(row -> String.valueOf(row.problemText()))
                        .findFirst()
                        .orElse(""));
    }

    private Process start(int port, String token, Path sheets) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-jar",
                options.get("--agent"),
                "--server",
                "http://127.0.0.1:" + port,
                "--spool",
                out.resolve("agent-spool").toString(),
                "--printer",
                "Sheets=dir:" + sheets,
                "--printer",
                "Zebra=tcp:" + targets.behindAgent(),
                "--printer",
                "Off=tcp:" + targets.deadEnd(),
                "--printer",
                "Office=system:PDF");
        builder.environment().put("PACKHAUS_PRINT_TOKEN", token);
        if (options.containsKey("--cups")) {
            builder.environment().put("CUPS_SERVER", options.get("--cups"));
        }
        return builder.redirectErrorStream(true)
                .redirectOutput(out.resolve("agent.log").toFile())
                .start();
    }

    private PrinterId printer(StationId station, Route route, String address, DocumentType language, String sheet) {
        return stations.addPrinter(new NewPrinter(
                route + " " + address + " " + System.nanoTime(),
                route == Route.AGENT ? station : null,
                route,
                address,
                language,
                language == DocumentType.PDF ? null : "DPI_203",
                sheet));
    }

    private List<TaskId> print(StationId station, PrinterId printer) {
        stations.usePrinters(station, printer, null);
        PrintService.Queued queued = SellerScope.get(
                stock.sellers(),
                () -> prints.print(
                        station, stock.orderIds(), PrintService.Papers.LABELS, START, PrintRequest.Which.LEFT_TOO));
        queued.leftOut().forEach(left -> problems.add("Not printed: " + left.text()));
        return queued.tasks();
    }

    private List<TaskRow> rows(List<TaskId> tasks) {
        Set<TaskId> wanted = Set.copyOf(tasks);
        return SellerScope.get(stock.sellers(), () -> prints.newest(Long.MAX_VALUE, 500)).stream()
                .filter(row -> wanted.contains(row.id()))
                .sorted(Comparator.comparing(row -> row.id().value()))
                .toList();
    }

    private void end(List<TaskId> tasks, Duration longest) {
        try {
            Awaitility.await()
                    .atMost(longest)
                    .until(() -> rows(tasks).stream()
                            .allMatch(row -> row.state() == TaskState.PRINTED || row.state() == TaskState.FAILED));
        } catch (ConditionTimeoutException e) {
            problems.add("Still on their way after " + longest + ": "
                    + rows(tasks).stream().map(TaskRow::state).toList());
        }
    }

    private void expect(String what, List<TaskId> tasks, TaskState state) {
        rows(tasks).stream()
                .filter(row -> row.state() != state)
                .forEach(row -> problems.add("%s: file %s is %s (%s), not %s"
                        .formatted(what, row.id(), row.state(), row.problemText(), state)));
    }

    /** Each seller's file has as many labels as the seller has orders; files come in the order in which they were queued. */
    private void labels(String what, List<byte[]> files) {
        List<Integer> wanted = sellersInOrder().stream()
                .map(seller -> stock.numbersOf(seller).size())
                .toList();
        List<Integer> got = files.stream().map(Prints::count).toList();
        if (!got.equals(wanted)) {
            problems.add("%s: files of %s labels instead of %s".formatted(what, got, wanted));
        }
    }

    private void sheets(String what, List<Path> files, String pictures) throws IOException {
        List<SellerId> order = sellersInOrder();
        if (files.size() != order.size()) {
            problems.add("%s: %d files instead of %d".formatted(what, files.size(), order.size()));
            return;
        }
        for (int i = 0; i < files.size(); i++) {
            List<String> wrong = Sheets.places(
                    files.get(i),
                    stock.numbersOf(order.get(i)),
                    START,
                    out.resolve(pictures).resolve("" + i));
            wrong.stream().limit(5).forEach(one -> problems.add(what + ": " + one));
        }
    }

    /** One file for each, in the order of their first piece to pick. */
    private List<SellerId> sellersInOrder() {
        return stock.orders().stream().map(row -> row.seller()).distinct().collect(Collectors.toList());
    }

    private static int count(byte[] zpl) {
        return new String(zpl, StandardCharsets.ISO_8859_1).split("\\^XA", -1).length - 1;
    }

    private static void empty(Path folder) throws IOException {
        Files.createDirectories(folder);
        try (Stream<Path> old = Files.list(folder)) {
            for (Path file : old.filter(Files::isRegularFile).toList()) {
                Files.delete(file);
            }
        }
    }

    /** Waits until there are so many, as print systems finish in their own time. */
    private List<Path> files(Path folder, String ending, int count) throws IOException {
        try {
            Awaitility.await()
                    .atMost(Duration.ofMinutes(3))
                    .until(() -> list(folder, ending).size() >= count);
        } catch (ConditionTimeoutException e) {
            problems.add("%s holds %d files instead of %d"
                    .formatted(folder, list(folder, ending).size(), count));
        }
        return list(folder, ending);
    }

    private static List<Path> list(Path folder, String ending) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(ending))
                    .sorted()
                    .toList();
        }
    }
}
