package org.packhaus.returnnumber;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PoolListTest {
    private static final NumberForm HERMES = NumberForm.of("HERMES").orElseThrow();

    @Test
    void readsAListAsCarriersSendIt() {
        PoolList list = PoolList.read(
                "\uFEFFRetourennummer;Bemerkung\n\"0913 3131 5307 24\";Charge 1\n\n89195131100303\n", HERMES);
        assertThat(list.faults()).isEmpty();
        assertThat(list.numbers()).containsExactly("09133131530724", "89195131100303");
    }

    @Test
    void namesTheRowOfEveryMistake() {
        PoolList list = PoolList.read("09133131530724\n09133131530725\n123\nabc\n09133131530724\n", HERMES);
        assertThat(list.faults()).extracting(PoolImport.Fault::row).containsExactly(2, 3, 4, 5);
        assertThat(list.faults().getFirst().why().text()).contains("check digit would be 4");
        assertThat(list.faults().getLast().why().text()).contains("row 1");
    }

    @ParameterizedTest
    @CsvSource({"DHL,60701001756402", "HERMES,09133131530724", "GLS,366310000017", "GLS,202800020052"})
    void knowsTheCheckDigitOfEachCarrier(String carrier, String number) {
        assertThat(NumberForm.of(carrier).orElseThrow().fault(number)).isEmpty();
        String mistyped = number.substring(0, number.length() - 1)
                + (char) ('0' + (number.charAt(number.length() - 1) - '0' + 1) % 10);
        assertThat(NumberForm.of(carrier).orElseThrow().fault(mistyped)).isPresent();
    }

    @Test
    void aRangeHoldsEveryNumberBetweenWithItsOwnCheckDigit() {
        PoolList range = PoolList.range(HERMES.at(100), HERMES.at(219), HERMES);
        assertThat(range.numbers())
                .hasSize(120)
                .allSatisfy(n -> assertThat(HERMES.fault(n)).isEmpty());
        assertThat(range.numbers()).startsWith(HERMES.at(100)).endsWith(HERMES.at(219));
    }

    @Test
    void aRangeThatRunsBackwardsIsRefused() {
        assertThat(PoolList.range(HERMES.at(9), HERMES.at(1), HERMES).faults()).hasSize(1);
    }
}
