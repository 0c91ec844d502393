package org.packhaus.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.packhaus.document.PrintFile.Contents;

class PrintFileTest {
    private static final byte[] LABEL = LabelPagesTest.label(103, 199, 0);
    private static final byte[] A6_LABEL = LabelPagesTest.label(105, 148, 0);

    @Test
    void putsEachSlipBeforeItsLabels() throws IOException {
        List<PrintJob> jobs = List.of(
                new PrintJob("A-1", "A-1", Optional.of(Slips.plain()), List.of(LABEL)),
                new PrintJob("A-2", "A-2", Optional.of(Slips.of60Lines()), List.of(LABEL, LABEL)),
                new PrintJob("A-3", "A-3", Optional.of(Slips.chinese()), List.of(LABEL)));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PrintFile.Result result = PrintFile.write(jobs, setup(Contents.INTERLEAVED), out);

        assertThat(result.problems()).isEmpty();
        assertThat(result.pages().keySet()).containsExactly("A-1", "A-2", "A-3");
        assertThat(pages(result, "A-1")).isEqualTo(new PrintFile.Pages(List.of(1), List.of(2)));
        assertThat(pages(result, "A-2").slip()).startsWith(3).hasSizeGreaterThan(3);
        assertThat(pages(result, "A-2").labels()).hasSize(2);
        var codes = BarcodeCheck.read(out.toByteArray(), 203);
        assertThat(codes).hasSize(result.pageCount());
        result.pages()
                .values()
                .forEach(pages -> pages.labels()
                        .forEach(page -> assertThat(codes.get(page)).containsExactly("00340434161094015902")));
        assertThat(codes.get(pages(result, "A-3").slip().getFirst())).containsExactly("zh8s7d6f5g");
    }

    @Test
    void putsAllSlipsBeforeAllLabels() {
        PrintFile.Result result = PrintFile.write(
                List.of(job("A-1"), job("A-2")), setup(Contents.SLIPS_THEN_LABELS), OutputStream.nullOutputStream());

        assertThat(pages(result, "A-1")).isEqualTo(new PrintFile.Pages(List.of(1), List.of(3)));
        assertThat(pages(result, "A-2")).isEqualTo(new PrintFile.Pages(List.of(2), List.of(4)));
    }

    @Test
    void printsTheOthersWhenOneCannotBePrinted() {
        PrintJob broken = new PrintJob(
                "A-2", "A-2", Optional.of(Slips.plain()), List.of("no pdf".getBytes(StandardCharsets.US_ASCII)));
        PrintJob none = new PrintJob("A-3", "A-3", Optional.of(Slips.plain()), List.of());
        for (Contents contents : List.of(Contents.INTERLEAVED, Contents.SLIPS_THEN_LABELS)) {
            PrintFile.Result result = PrintFile.write(
                    List.of(job("A-1"), broken, none, job("A-4")), setup(contents), OutputStream.nullOutputStream());

            assertThat(result.pages().keySet()).containsExactly("A-1", "A-4");
            assertThat(result.pageCount()).isEqualTo(4);
            assertThat(result.problems())
                    .extracting(PrintFile.Problem::name, PrintFile.Problem::code)
                    .containsExactly(
                            org.assertj.core.groups.Tuple.tuple("A-2", Unprintable.Code.LABEL_UNREADABLE),
                            org.assertj.core.groups.Tuple.tuple("A-3", Unprintable.Code.NO_LABEL));
        }
    }

    /** Often, because iText's own order of fonts differs in one file of eight. */
    @RepeatedTest(40)
    void isTheSameFileForTheSameBatch() {
        ByteArrayOutputStream once = new ByteArrayOutputStream();
        ByteArrayOutputStream again = new ByteArrayOutputStream();
        PrintFile.write(List.of(job("A-1"), job("A-2")), setup(Contents.INTERLEAVED), once);
        PrintFile.write(List.of(job("A-1"), job("A-2")), setup(Contents.INTERLEAVED), again);

        assertThat(once.toByteArray()).isEqualTo(again.toByteArray());
    }

    @Test
    void fillsASheetFromItsFirstFreePlaceOn() throws IOException {
        List<PrintJob> jobs =
                IntStream.range(0, 7).mapToObj(i -> labelOnly("A-" + i)).toList();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PrintFile.Result result = PrintFile.write(
                jobs,
                new PrintFile.Setup(
                        Contents.LABELS, "Batch 7", Paper.A4, Optional.of(LabelSheet.A4_4.startingAt(3)), Slips.NOON),
                out);

        assertThat(result.problems()).isEmpty();
        assertThat(result.pages().values()).flatMap(PrintFile.Pages::labels).containsExactly(1, 1, 2, 2, 2, 2, 3);
        assertThat(PackingSlipTest.pages(out.toByteArray())).isEqualTo(3);
        assertThat(quarters(out.toByteArray(), 1)).containsExactly(false, false, true, true);
        assertThat(quarters(out.toByteArray(), 2)).containsExactly(true, true, true, true);
        assertThat(quarters(out.toByteArray(), 3)).containsExactly(true, false, false, false);
    }

    @Test
    void labelsOfASheetAreNeverMadeSmaller() {
        PrintFile.Result result = PrintFile.write(
                List.of(new PrintJob("A-1", "A-1", Optional.empty(), List.of(LabelPagesTest.framed(103, 199, 2)))),
                new PrintFile.Setup(Contents.LABELS, "Batch 7", Paper.A4, Optional.of(LabelSheet.A4_4), Slips.NOON),
                OutputStream.nullOutputStream());
        assertThat(result.problems()).singleElement().satisfies(problem -> {
            assertThat(problem.code()).isEqualTo(Unprintable.Code.LABEL_LARGER_THAN_PAPER);
            assertThat(problem.text()).contains("a place of 105 × 148.5 mm on a sheet of 210 × 297 mm");
        });
    }

    @Test
    void printsCustomsPapersAtTheirOwnSizeAfterTheLabelsOfTheSheets() throws IOException {
        byte[] paper = LabelPagesTest.label(210, 297, 0);
        PrintJob abroad = new PrintJob("A-2", "A-2", Optional.empty(), List.of(A6_LABEL), List.of(paper, paper));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PrintFile.Result result = PrintFile.write(
                List.of(labelOnly("A-1"), abroad, labelOnly("A-3")),
                new PrintFile.Setup(Contents.LABELS, "Batch 7", Paper.A4, Optional.of(LabelSheet.A4_4), Slips.NOON),
                out);

        assertThat(result.problems()).isEmpty();
        assertThat(pages(result, "A-3").labels())
                .as("the sheet is filled first")
                .containsExactly(1);
        assertThat(pages(result, "A-2")).isEqualTo(new PrintFile.Pages(List.of(), List.of(1), List.of(2, 3)));
        try (PDDocument document = Loader.loadPDF(out.toByteArray())) {
            assertThat(document.getPage(1).getMediaBox().getWidth()).isCloseTo(595.3f, within(0.5f));
            assertThat(document.getPage(1).getMediaBox().getHeight()).isCloseTo(841.9f, within(0.5f));
        }
        assertThat(BarcodeCheck.read(out.toByteArray(), 203).get(2)).containsExactly("00340434161094015902");
    }

    @Test
    void putsCustomsPapersBehindTheirLabelOrElsewhere() {
        byte[] paper = LabelPagesTest.label(210, 297, 0);
        PrintJob abroad = new PrintJob("A-1", "A-1", Optional.of(Slips.plain()), List.of(LABEL), List.of(paper));
        assertThat(only(abroad, Contents.INTERLEAVED))
                .isEqualTo(new PrintFile.Pages(List.of(1), List.of(2), List.of(3)));
        assertThat(only(abroad, Contents.SLIPS_THEN_LABELS))
                .as("A4 stays with A4")
                .isEqualTo(new PrintFile.Pages(List.of(1), List.of(3), List.of(2)));
        assertThat(only(abroad, Contents.LABELS_ALONE))
                .isEqualTo(new PrintFile.Pages(List.of(), List.of(1), List.of()));
        assertThat(only(abroad, Contents.CUSTOMS)).isEqualTo(new PrintFile.Pages(List.of(), List.of(), List.of(1)));
    }

    @Test
    void printsNothingOfAnOrderWhosePaperIsBroken() {
        PrintJob broken = new PrintJob(
                "A-1",
                "A-1",
                Optional.of(Slips.plain()),
                List.of(LABEL),
                List.of("no pdf".getBytes(StandardCharsets.US_ASCII)));
        for (Contents contents : List.of(Contents.INTERLEAVED, Contents.SLIPS_THEN_LABELS, Contents.LABELS)) {
            PrintFile.Result result =
                    PrintFile.write(List.of(broken), setup(contents), OutputStream.nullOutputStream());
            assertThat(result.pages()).isEmpty();
            assertThat(result.problems()).hasSize(1);
        }
    }

    private static PrintFile.Pages only(PrintJob job, Contents contents) {
        return pages(PrintFile.write(List.of(job), setup(contents), OutputStream.nullOutputStream()), job.key());
    }

    /** Which quarters of a page hold a barcode. */
    private static List<Boolean> quarters(byte[] pdf, int page) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            var picture = new PDFRenderer(document).renderImageWithDPI(page - 1, 203);
            int width = picture.getWidth() / 2;
            int height = picture.getHeight() / 2;
            return IntStream.range(0, 4)
                    .mapToObj(i -> picture.getSubimage(i % 2 * width, i / 2 * height, width, height))
                    .map(quarter -> !BarcodeCheck.values(quarter).isEmpty())
                    .toList();
        }
    }

    private static PrintJob labelOnly(String name) {
        return new PrintJob(name, name, Optional.empty(), List.of(A6_LABEL));
    }

    @Test
    void isAnOpenableFileEvenWhenNothingPrints() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PrintFile.write(List.of(), setup(Contents.LABELS), out);

        assertThat(PackingSlipTest.pages(out.toByteArray())).isEqualTo(1);
    }

    /** 500 orders with fat labels: what is kept must not grow with the orders already printed. */
    @Test
    void holdsOneOrderInMemoryAtATime() {
        Iterable<PrintJob> jobs =
                () -> IntStream.range(0, 500).mapToObj(i -> job("A-" + i)).iterator();
        long[] used = new long[500];
        Iterable<PrintJob> watched = () -> {
            Iterator<PrintJob> inner = jobs.iterator();
            return new Iterator<>() {
                private int count;

                @Override
                public boolean hasNext() {
                    return inner.hasNext();
                }

                @Override
                public PrintJob next() {
                    if (count == 50 || count == 499) {
                        System.gc();
                        used[count] = Runtime.getRuntime().totalMemory()
                                - Runtime.getRuntime().freeMemory();
                    }
                    count++;
                    return inner.next();
                }
            };
        };
        PrintFile.Result result =
                PrintFile.write(watched, setup(Contents.INTERLEAVED), OutputStream.nullOutputStream());

        assertThat(result.pageCount()).isEqualTo(1000);
        long growthPerOrder = (used[499] - used[50]) / 449;
        assertThat(growthPerOrder).isLessThan(12_000);
    }

    private static PrintFile.Pages pages(PrintFile.Result result, String name) {
        return java.util.Objects.requireNonNull(result.pages().get(name), name);
    }

    private static PrintJob job(String name) {
        return new PrintJob(name, name, Optional.of(Slips.plain()), List.of(LABEL));
    }

    private static PrintFile.Setup setup(Contents contents) {
        return new PrintFile.Setup(
                contents, "Batch 7", Paper.A4, Optional.of(LabelSheet.of(Paper.ROLL_103_X_199)), Slips.NOON);
    }
}
