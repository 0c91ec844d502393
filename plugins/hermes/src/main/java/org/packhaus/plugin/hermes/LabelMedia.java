package org.packhaus.plugin.hermes;

import java.util.List;
import org.packhaus.sdk.DocumentType;
import org.packhaus.sdk.LabelPaper;
import org.packhaus.sdk.Rejected;

/**
 * How Hermes is asked for a printer's language: by {@code Accept}. The size of the label is Hermes's own and cannot be chosen; the
 * interface's document does not even state it.
 */
final class LabelMedia {
    private LabelMedia() {}

    static String accept(LabelPaper paper, HermesSettings settings) throws Rejected {
        return switch (paper.type()) {
            case PDF -> "application/shippinglabel-pdf+json";
            case ZPL ->
                "application/shippinglabel-zpl+json;dpi="
                        + settings.resolution()
                                .orElse(HermesSettings.Resolution.DPI_203)
                                .dpi();
            case EPL, PNG -> throw refused(paper.type());
        };
    }

    private static Rejected refused(DocumentType type) {
        String text = "Hermes makes labels as PDF and ZPL only, not as " + type + ".";
        return new Rejected("paper-not-offered", text, List.of(Rejected.Fault.of("paper", text)));
    }
}
