package org.packhaus.tracking;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** What carriers call. The word in the address is all they have to know; the answer tells nobody what became of the message. */
@RestController
class TrackingHookController {
    static final String PATH = "/hooks/tracking";
    private static final int LARGEST = 256 * 1024;

    private final TrackingHooks hooks;

    TrackingHookController(TrackingHooks hooks) {
        this.hooks = hooks;
    }

    @PostMapping(PATH + "/{token}")
    ResponseEntity<Void> heard(@PathVariable String token, InputStream body) throws IOException {
        byte[] message = body.readNBytes(LARGEST + 1);
        if (message.length > LARGEST) {
            return ResponseEntity.status(HttpStatus.CONTENT_TOO_LARGE).build();
        }
        return hooks.heard(token, new String(message, StandardCharsets.UTF_8)).isPresent()
                ? ResponseEntity.ok().build()
                : ResponseEntity.notFound().build();
    }
}
