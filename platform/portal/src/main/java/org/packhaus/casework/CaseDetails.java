package org.packhaus.casework;

import java.util.List;

/**
 * All about one case.
 *
 * @param lines oldest first
 * @param mayAnswer whether the buyer wrote, so that an answer needs no other reason
 */
public record CaseDetails(CaseRow row, List<CaseLine> lines, boolean mayAnswer) {
    public CaseDetails {
        lines = List.copyOf(lines);
    }
}
