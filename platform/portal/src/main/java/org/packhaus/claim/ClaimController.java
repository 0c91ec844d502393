package org.packhaus.claim;

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
 * The evidence of a claim in the browser. What the signed-in user may not see does not exist (404).
 *
 * <pre>
 * GET /documents/claims/17    PDF
 * </pre>
 */
@RestController
class ClaimController {
    private final ClaimService claims;
    private final ClaimEvidence evidence;
    private final CurrentUser user;

    ClaimController(ClaimService claims, ClaimEvidence evidence, CurrentUser user) {
        this.claims = claims;
        this.evidence = evidence;
        this.user = user;
    }

    @GetMapping("/documents/claims/{id}")
    ResponseEntity<byte[]> file(@PathVariable long id) {
        return user.inFullScope(() -> {
            ClaimRow claim = (id <= 0 ? java.util.Optional.<ClaimRow>empty() : claims.find(new ClaimId(id)))
                    .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
            return ResponseEntity.ok()
                    .contentType(MediaType.APPLICATION_PDF)
                    .cacheControl(CacheControl.noStore())
                    .header(
                            "Content-Disposition",
                            ContentDisposition.inline()
                                    .filename("claim-" + claim.trackingNumber().replaceAll("[^A-Za-z0-9]", "") + ".pdf")
                                    .build()
                                    .toString())
                    .body(evidence.draw(claim));
        });
    }
}
