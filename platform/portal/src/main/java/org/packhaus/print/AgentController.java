package org.packhaus.print;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.packhaus.seller.SellerDirectory;
import org.packhaus.seller.SellerScope;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/**
 * What print agents talk to, with the token of their station. The agent asks; nothing ever has to reach it.
 *
 * <pre>
 * GET  /api/print-agent/next?wait=20                  200 with the file, or 204 when nothing came within that many seconds
 *      Packhaus-Task: 17   Packhaus-Printer: Zebra    Packhaus-Title: labels of 3 orders (UTF-8, percent-encoded)
 * POST /api/print-agent/tasks/17?state=SENT           it has the file safely
 * POST /api/print-agent/tasks/17?state=PRINTED        it came out
 * POST /api/print-agent/tasks/17?state=FAILED&amp;text=…  it did not, and why
 * </pre>
 */
@RestController
@RequestMapping("/api/print-agent")
class AgentController {
    private static final int LONGEST_WAIT = 30;
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(700);

    private final PrintStations stations;
    private final PrintService prints;
    private final SellerDirectory sellers;

    AgentController(PrintStations stations, PrintService prints, SellerDirectory sellers) {
        this.stations = stations;
        this.prints = prints;
        this.sellers = sellers;
    }

    @GetMapping("/next")
    ResponseEntity<byte[]> next(
            @RequestHeader(value = "Authorization", defaultValue = "") String authorization,
            @RequestParam(defaultValue = "0") int wait) {
        StationId station = station(authorization);
        Instant until = Instant.now().plusSeconds(Math.clamp(wait, 0, LONGEST_WAIT));
        while (true) {
            Optional<PrintService.Handed> next = SellerScope.get(sellers.all(), () -> prints.next(station));
            if (next.isPresent()) {
                return file(next.get());
            }
            if (!Instant.now().isBefore(until)) {
                return ResponseEntity.noContent().build();
            }
            LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
        }
    }

    private static ResponseEntity<byte[]> file(PrintService.Handed task) {
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(task.type().mediaType()))
                .cacheControl(CacheControl.noStore())
                .header("Packhaus-Task", task.id().toString())
                .header("Packhaus-Printer", encoded(task.printer()))
                .header("Packhaus-Title", encoded(task.title()))
                .body(task.content());
    }

    private static String encoded(String text) {
        return java.net.URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    @PostMapping("/tasks/{id}")
    ResponseEntity<Void> report(
            @RequestHeader(value = "Authorization", defaultValue = "") String authorization,
            @PathVariable long id,
            @RequestParam TaskState state,
            @RequestParam(defaultValue = "") String text) {
        StationId station = station(authorization);
        if (id <= 0 || state == TaskState.QUEUED || state == TaskState.CANCELLED) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST, "An agent says SENT, PRINTED or FAILED.");
        }
        boolean known = SellerScope.get(sellers.all(), () -> prints.report(station, new TaskId(id), state, text));
        return known
                ? ResponseEntity.noContent().build()
                : ResponseEntity.notFound().build();
    }

    private StationId station(String authorization) {
        if (!authorization.startsWith("Bearer ")) {
            throw new ResponseStatusException(HttpStatus.UNAUTHORIZED);
        }
        return stations.agent(authorization.substring("Bearer ".length()).strip())
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.UNAUTHORIZED));
    }
}
