package org.packhaus.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.packhaus.document.PrintFile.Contents;

class PrintFileTest {
    private static final byte[] LABEL = LabelPagesTest.label(103, 199, 0);

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
        return new PrintFile.Setup(contents, "Batch 7", Paper.A4, Optional.of(Paper.ROLL_103_X_199), Slips.NOON);
    }
}
