package org.packhaus.document;

import java.util.List;
import java.util.Optional;

/**
 * What is printed for one order. Made when its turn comes, so that a long file is never all in memory.
 *
 * @param key tells jobs of one file apart
 * @param name how errors name it: the order's number, of which two sellers may have the same
 * @param slip its packing slip
 * @param labels carriers' PDFs in the order of the parcels
 * @param papers for customs, PDFs that are printed at their own size and never on a sheet of labels
 */
@SuppressWarnings("ArrayRecordComponent") // Label bytes are large and compared nowhere.
public record PrintJob(String key, String name, Optional<SlipContent> slip, List<byte[]> labels, List<byte[]> papers) {
    public PrintJob {
        labels = List.copyOf(labels);
        papers = List.copyOf(papers);
    }

    /** Without papers, as nearly all are. */
    public PrintJob(String key, String name, Optional<SlipContent> slip, List<byte[]> labels) {
        this(key, name, slip, labels, List.of());
    }
}
