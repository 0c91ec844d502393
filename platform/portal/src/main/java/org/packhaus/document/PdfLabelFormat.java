package org.packhaus.document;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.io.ByteArrayOutputStream;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.packhaus.sdk.CarrierDocument;
import org.packhaus.sdk.DocumentType;
import org.packhaus.sdk.LabelFormat;
import org.packhaus.sdk.LabelFormatProfile;
import org.packhaus.sdk.Rejected;
import org.springframework.stereotype.Component;

/** The label format that is built in: one PDF, each label at its own size on its own page or on a given paper. */
@Component
public class PdfLabelFormat implements LabelFormat<PdfLabelFormat.Settings> {
    private static final LabelFormatProfile PROFILE =
            new LabelFormatProfile("pdf", "PDF", Set.of(DocumentType.PDF), DocumentType.PDF);

    private final Clock clock;

    PdfLabelFormat(Clock clock) {
        this.clock = clock;
    }

    /**
     * What labels are printed on.
     *
     * @param widthMm of the paper; absent, or with the height absent, leaves each page as large as its label
     * @param heightMm of the paper
     * @param across labels beside each other on a sheet, 1 if absent
     * @param down labels below each other on a sheet, 1 if absent
     */
    public record Settings(
            Optional<@Min(50) @Max(1000) Integer> widthMm,
            Optional<@Min(50) @Max(1000) Integer> heightMm,
            Optional<@Min(1) @Max(4) Integer> across,
            Optional<@Min(1) @Max(10) Integer> down) {
        Optional<LabelSheet> sheet() {
            return widthMm.flatMap(width -> heightMm.map(
                    height -> new LabelSheet(new Paper(width, height), across.orElse(1), down.orElse(1), 1)));
        }
    }

    @Override
    public LabelFormatProfile profile() {
        return PROFILE;
    }

    @Override
    public Class<Settings> settingsType() {
        return Settings.class;
    }

    @Override
    public byte[] render(List<CarrierDocument> pages, Settings settings) throws Rejected {
        List<PrintJob> jobs = new ArrayList<>();
        for (int i = 0; i < pages.size(); i++) {
            if (pages.get(i).type() != DocumentType.PDF) {
                throw new Rejected(
                        Unprintable.Code.LABEL_IS_NO_PDF.word(),
                        "Label " + (i + 1) + " is " + pages.get(i).type() + ", no PDF.",
                        List.of(Rejected.Fault.of(Integer.toString(i), "no PDF")));
            }
            jobs.add(new PrintJob(
                    Integer.toString(i),
                    "label " + (i + 1),
                    Optional.empty(),
                    List.of(pages.get(i).content())));
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PrintFile.Result result = PrintFile.write(
                jobs,
                new PrintFile.Setup(PrintFile.Contents.LABELS, "Labels", Paper.A4, settings.sheet(), clock.instant()),
                out);
        if (!result.problems().isEmpty()) {
            PrintFile.Problem first = result.problems().getFirst();
            throw new Rejected(
                    first.code().word(),
                    first.text(),
                    result.problems().stream()
                            .map(problem -> Rejected.Fault.of(problem.key(), problem.text()))
                            .toList());
        }
        return out.toByteArray();
    }
}
