import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Kills the portal without warning, again and again, in the middle of a headless run, starts it again on the same data, and
 * at last lets it finish and looks at its report. Run by the launcher: {@code ./packhaus crash-test}.
 *
 * <p>The sandbox lives through all of it and counts what the carriers charged, so a label bought twice cannot hide.
 */
class CrashTest {
    private static final Duration LONGEST_START = Duration.ofMinutes(4);
    private static final Duration LONGEST_FINISH = Duration.ofMinutes(15);

    private final List<String> command;
    private final Path out;
    private final Random random;

    CrashTest(List<String> command, Path out, long seed) {
        this.command = command;
        this.out = out;
        this.random = new Random(seed);
    }

    /** Arguments: kills, seed, out folder, and then the portal's command line. Exit 0 if the last run's report is clean. */
    public static void main(String[] args) throws Exception {
        int kills = Integer.parseInt(args[0]);
        long seed = Long.parseLong(args[1]);
        List<String> command = List.of(args).subList(3, args.length);
        System.exit(new CrashTest(command, Path.of(args[2]), seed).run(kills));
    }

    private int run(int kills) throws IOException, InterruptedException {
        Files.createDirectories(out);
        int killed = 0;
        while (killed < kills) {
            Path log = out.resolve("crash-%02d.log".formatted(killed + 1));
            Process portal = start(log);
            if (!waitForText(portal, log, "DEMO| flow begins", LONGEST_START)) {
                if (!portal.isAlive() && killed > 0 && portal.exitValue() == 0) {
                    break;
                }
                portal.destroyForcibly();
                System.out.println("The portal did not come up; see " + log);
                return 2;
            }
            long millis = 150 + random.nextInt(3500);
            if (portal.waitFor(millis, TimeUnit.MILLISECONDS)) {
                System.out.println("The run was over before kill " + (killed + 1) + "; give it more orders.");
                break;
            }
            // Only the JVM: what it started (its MariaDB) is left behind, as when the machine's out-of-memory killer comes.
            portal.toHandle().destroyForcibly();
            portal.waitFor();
            killed++;
            System.out.printf("kill %2d of %d, %d ms into the flow%n", killed, kills, millis);
        }
        Path log = out.resolve("crash-last.log");
        Process portal = start(log);
        if (!portal.waitFor(LONGEST_FINISH.toSeconds(), TimeUnit.SECONDS)) {
            portal.destroyForcibly();
            System.out.println("The last run did not finish; see " + log);
            return 2;
        }
        String report = Files.readString(out.resolve("report.json"));
        System.out.printf(
                "killed %d times; shippable %s, labels %s, confirmed %s, readBackEqual %s, charges %s, duplicateCharges %s%n",
                killed,
                number(report, "shippable"),
                number(report, "labels"),
                number(report, "confirmed"),
                number(report, "readBackEqual"),
                number(report, "charges"),
                number(report, "duplicateCharges"));
        return portal.exitValue();
    }

    private Process start(Path log) throws IOException {
        return new ProcessBuilder(new ArrayList<>(command))
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
    }

    private static boolean waitForText(Process process, Path log, String text, Duration longest)
            throws InterruptedException {
        Instant end = Instant.now().plus(longest);
        while (Instant.now().isBefore(end)) {
            if (contains(log, text)) {
                return true;
            }
            if (process.waitFor(50, TimeUnit.MILLISECONDS)) {
                return contains(log, text);
            }
        }
        return false;
    }

    private static boolean contains(Path log, String text) {
        try {
            return Files.exists(log) && Files.readString(log).contains(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String number(String report, String key) {
        Matcher matcher = Pattern.compile("\"" + key + "\"\\s*:\\s*(\\d+)").matcher(report);
        return matcher.find() ? matcher.group(1) : "?";
    }
}
