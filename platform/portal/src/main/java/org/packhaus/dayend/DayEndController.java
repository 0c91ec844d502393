package org.packhaus.dayend;

import org.packhaus.document.Unprintable;
import org.packhaus.sdk.DocumentType;
import org.packhaus.security.CurrentUser;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/**
 * The papers of a closing in the browser: opened in a tab, printed from there. What the signed-in user may not see does not exist (404).
 *
 * <pre>
 * GET /documents/day-end/17    a carrier's manifest, or our own list
 * </pre>
 */
@RestController
class DayEndController {
    private final DayEndService days;
    private final CurrentUser user;

    DayEndController(DayEndService days, CurrentUser user) {
        this.days = days;
        this.user = user;
    }

    @GetMapping("/documents/day-end/{id}")
    ResponseEntity<byte[]> paper(@PathVariable long id) {
        return user.inFullScope(() -> {
            try {
                DayEndService.PaperFile paper =
                        days.paper(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
                ContentDisposition disposition = (paper.type() == DocumentType.PDF
                                ? ContentDisposition.inline()
                                : ContentDisposition.attachment())
                        .filename(paper.filename())
                        .build();
                return ResponseEntity.ok()
                        .contentType(MediaType.parseMediaType(paper.type().mediaType()))
                        .cacheControl(CacheControl.noStore())
                        .header("Content-Disposition", disposition.toString())
                        .body(paper.content());
            } catch (Unprintable e) {
                throw new ResponseStatusException(HttpStatus.UNPROCESSABLE_CONTENT, e.text(), e);
            }
        });
    }
}
