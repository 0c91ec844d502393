package org.packhaus.casework;

import java.nio.charset.StandardCharsets;
import org.packhaus.security.CurrentUser;
import org.packhaus.security.Permission;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/**
 * Files that came with messages, to be saved: {@code GET /case-files/17}. A stranger's file is never shown inside the portal; the browser is
 * told to save it, to guess no type, and to run nothing. What the signed-in user may not see does not exist (404).
 */
@RestController
@RequestMapping("/case-files")
class CaseFileController {
    private final CaseInbox inbox;
    private final CurrentUser user;

    CaseFileController(CaseInbox inbox, CurrentUser user) {
        this.inbox = inbox;
        this.user = user;
    }

    @GetMapping("/{id}")
    ResponseEntity<byte[]> file(@PathVariable long id) {
        try {
            CaseInbox.Download file = user.inScope(Permission.AFTER_SALES, () -> inbox.file(id))
                    .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
            return ResponseEntity.ok()
                    .contentType(MediaType.APPLICATION_OCTET_STREAM)
                    .cacheControl(CacheControl.noStore())
                    .header(
                            HttpHeaders.CONTENT_DISPOSITION,
                            ContentDisposition.attachment()
                                    .filename(file.name(), StandardCharsets.UTF_8)
                                    .build()
                                    .toString())
                    .header("X-Content-Type-Options", "nosniff")
                    .header("Content-Security-Policy", "default-src 'none'; sandbox")
                    .body(file.content());
        } catch (AccessDeniedException hidden) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
    }
}
