package org.packhaus.document;

import com.itextpdf.kernel.pdf.PdfDocument;
import java.io.OutputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * One print-ready file for a batch, in the order given. An order that cannot be printed is left out whole, slip and label, and
 * named in the result; the others print.
 *
 * <p>Memory holds one order at a time: every page is written out as soon as it is drawn. A file of slips alone is PDF/A-3b.
 */
public final class PrintFile {

    /** What goes into the file, and how. */
    public enum Contents {
        /** All labels, then the papers for customs of those that have any. */
        LABELS,
        /** For a label printer, which takes no A4; {@link #CUSTOMS} go to another one. */
        LABELS_ALONE,
        SLIPS,
        /** Each slip followed by its labels and papers for customs: one stack to pick by. */
        INTERLEAVED,
        /** All slips with their papers for customs, then all labels: two printers' trays. */
        SLIPS_THEN_LABELS,
        /** Papers for customs alone; orders without any are passed over. */
        CUSTOMS
    }

    /**
     * How to print.
     *
     * @param title stands in the file
     * @param slipPaper what slips are laid out for
     * @param labelSheet what labels are placed on; empty leaves each at its own size
     * @param printedAt the file's date; the same jobs at the same instant give the same bytes
     * @param archive whether it is kept for years: then a file of slips encloses their data
     */
    public record Setup(
            Contents contents,
            String title,
            Paper slipPaper,
            Optional<LabelSheet> labelSheet,
            Instant printedAt,
            boolean archive) {
        Setup(Contents contents, String title, Paper slipPaper, Optional<LabelSheet> labelSheet, Instant printedAt) {
            this(contents, title, slipPaper, labelSheet, printedAt, false);
        }
    }

    /** Pages of one order, from 1. */
    public record Pages(List<Integer> slip, List<Integer> labels, List<Integer> papers) {
        public Pages(List<Integer> slip, List<Integer> labels) {
            this(slip, labels, List.of());
        }
    }

    /** Why one order is not in the file. */
    public record Problem(String key, String name, Unprintable.Code code, String text) {}

    /**
     * What came of it.
     *
     * @param pages by the jobs' keys, in printing order
     * @param missingCharacters by the jobs' keys: code points printed as boxes
     */
    public record Result(
            int pageCount,
            Map<String, Pages> pages,
            List<Problem> problems,
            Map<String, Set<Integer>> missingCharacters) {}

    private final Setup setup;
    private final PdfDocument document;
    private final Pen pen;
    private final LabelPages labelPages;
    private final SlipData data = new SlipData();
    private final Map<String, Pages> pages = new LinkedHashMap<>();
    private final Map<String, Problem> problems = new LinkedHashMap<>();
    private final Map<String, Set<Integer>> missing = new LinkedHashMap<>();

    private PrintFile(Setup setup, PdfDocument document) {
        this.setup = setup;
        this.document = document;
        this.pen = new Pen(document);
        this.labelPages = new LabelPages(setup.labelSheet(), document);
    }

    /**
     * Writes the file and closes the stream. Jobs are asked for one by one, twice for {@link Contents#SLIPS_THEN_LABELS}; keys are
     * unique. If nothing can be printed the file has one empty page, as a PDF must.
     */
    public static Result write(Iterable<PrintJob> jobs, Setup setup, OutputStream out) {
        try (PdfDocument document = document(setup, out)) {
            PrintFile file = new PrintFile(setup, document);
            switch (setup.contents()) {
                case LABELS -> {
                    List<PrintJob> abroad = new ArrayList<>();
                    for (PrintJob job : jobs) {
                        file.print(job, false, true);
                        if (!job.papers().isEmpty()) {
                            abroad.add(job); // a sheet that is not full takes the next label first
                        }
                    }
                    abroad.forEach(file::papers);
                }
                case LABELS_ALONE -> jobs.forEach(job -> file.print(job, false, true));
                case CUSTOMS -> jobs.forEach(file::papers);
                case SLIPS -> jobs.forEach(job -> file.print(job, true, false));
                case INTERLEAVED ->
                    jobs.forEach(job -> {
                        file.print(job, true, true);
                        file.papers(job);
                    });
                case SLIPS_THEN_LABELS -> {
                    jobs.forEach(job -> {
                        file.printChecked(job);
                        file.papers(job);
                    });
                    jobs.forEach(job -> file.print(job, false, true));
                }
            }
            file.labelPages.endSheet();
            if (setup.archive() && setup.contents() == Contents.SLIPS) {
                file.data.enclose(document, setup.printedAt());
            }
            return file.result();
        }
    }

    /** What we draw ourselves can be kept; for what carriers drew nobody can vouch. */
    private static PdfDocument document(Setup setup, OutputStream out) {
        return switch (setup.contents()) {
            case SLIPS -> PrintDocument.archive(out, setup.title(), setup.printedAt());
            case LABELS, LABELS_ALONE, CUSTOMS, INTERLEAVED, SLIPS_THEN_LABELS ->
                PrintDocument.plain(out, setup.title(), setup.printedAt());
        };
    }

    private Result result() {
        return new Result(document.getNumberOfPages(), pages, List.copyOf(problems.values()), missing);
    }

    /** A slip whose label will not print is not printed either. */
    private void printChecked(PrintJob job) {
        List<CarrierPdf> labels = new ArrayList<>();
        try {
            open(job, labels);
            slip(job);
        } catch (Unprintable e) {
            problem(job, e);
        } finally {
            labels.forEach(CarrierPdf::close);
        }
    }

    private void print(PrintJob job, boolean slip, boolean label) {
        if (problems.containsKey(job.key())) {
            return;
        }
        List<CarrierPdf> labels = new ArrayList<>();
        try {
            if (label) {
                open(job, labels);
            }
            if (slip) {
                slip(job);
            }
            for (CarrierPdf source : labels) {
                of(job).labels().addAll(labelPages.append(source));
            }
        } catch (Unprintable e) {
            problem(job, e);
        } finally {
            labels.forEach(CarrierPdf::close);
        }
    }

    private void open(PrintJob job, List<CarrierPdf> labels) throws Unprintable {
        if (job.labels().isEmpty()) {
            throw new Unprintable(
                    Unprintable.Code.NO_LABEL, "Order %s has no label yet. Book one first.".formatted(job.name()));
        }
        for (byte[] label : job.labels()) {
            CarrierPdf source = CarrierPdf.open(job.name(), label);
            labels.add(source);
            LabelPages.check(job.name(), source, setup.labelSheet());
        }
        for (byte[] paper : job.papers()) {
            CarrierPdf.open(job.name(), paper).close(); // an order is printed whole or not at all
        }
    }

    /** At their own size, each page by itself. */
    private void papers(PrintJob job) {
        if (job.papers().isEmpty() || problems.containsKey(job.key())) {
            return;
        }
        labelPages.endSheet();
        LabelPages own = new LabelPages(Optional.empty(), document);
        for (byte[] paper : job.papers()) {
            try (CarrierPdf source = CarrierPdf.open(job.name(), paper)) {
                of(job).papers().addAll(own.append(source));
            } catch (Unprintable e) {
                problem(job, e);
            }
        }
    }

    private void slip(PrintJob job) {
        job.slip().ifPresent(content -> {
            labelPages.endSheet();
            int before = document.getNumberOfPages();
            SlipReport report = new SlipPages(document, pen, setup.slipPaper(), content).draw();
            for (int i = 0; i < report.pages(); i++) {
                of(job).slip().add(before + 1 + i);
            }
            if (setup.archive()) {
                data.add(content);
            }
            if (!report.missingCharacters().isEmpty()) {
                missing.put(job.key(), new TreeSet<>(report.missingCharacters()));
            }
        });
    }

    private Pages of(PrintJob job) {
        return pages.computeIfAbsent(
                job.key(), key -> new Pages(new ArrayList<>(), new ArrayList<>(), new ArrayList<>()));
    }

    private void problem(PrintJob job, Unprintable e) {
        problems.put(job.key(), new Problem(job.key(), job.name(), e.code(), e.text()));
    }
}
