package org.packhaus.sdk;

import java.util.Set;

/**
 * What a label format makes.
 *
 * @param id stable, lower-case, unique among all label formats: {@code zpl-203}
 * @param name as shown to the seller
 * @param reads the types it takes in
 * @param writes the type it makes
 */
public record LabelFormatProfile(String id, String name, Set<DocumentType> reads, DocumentType writes) {
    public LabelFormatProfile {
        reads = Set.copyOf(reads);
    }
}
