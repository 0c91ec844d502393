package org.packhaus.sandbox.carrier;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.packhaus.sandbox.OddTexts;
import org.packhaus.sandbox.PrinterCommands;

/** Ten thousand hostile addresses, half of them for each print head, on the ZPL labels of Hermes, DPD, GLS and UPS: a printer does what it does for a harmless one. */
class SketchFuzzTest {
    private static final int ADDRESSES = 5_000;

    @ParameterizedTest
    @ValueSource(ints = {203, 300})
    void noAddressBecomesACommand(int dpi) {
        List<String> plain = List.of("a", "b", "c", "d", "e");
        Map<String, Integer> harmless = commands(plain, dpi);
        OddTexts texts = new OddTexts(dpi);
        for (int i = 0; i < ADDRESSES; i++) {
            List<String> odd = texts.lines(plain.size());
            assertThat(commands(odd, dpi)).as("%s", odd).isEqualTo(harmless);
        }
    }

    private static Map<String, Integer> commands(List<String> lines, int dpi) {
        LabelSketch label = new LabelSketch(
                lines.get(0),
                lines,
                lines,
                lines.get(1),
                lines,
                lines,
                List.of(
                        new Code(Code.Kind.CODE_128, "%008182709980000020033350276", lines.get(2)),
                        new Code(Code.Kind.DATA_MATRIX, lines.get(3), lines.get(4))));
        return PrinterCommands.zpl(LabelSketch.zpl(List.of(label), 100, 150, dpi));
    }
}
