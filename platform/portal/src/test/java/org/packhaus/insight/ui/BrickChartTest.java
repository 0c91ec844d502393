package org.packhaus.insight.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.packhaus.insight.ui.BrickChart.Column;

class BrickChartTest {

    private static BrickChart of(Long... counts) {
        return new BrickChart(List.of(new Column("14:00", null, List.of(counts))));
    }

    @Test
    void fewOrdersAreABrickEach() {
        assertThat(of(3L, 0L, 2L, 1L).worth()).isEqualTo(1);
        assertThat(BrickChart.bricks(new Column("", null, List.of(3L, 0L, 2L, 1L)), 1))
                .containsExactly(0, 0, 0, 2, 2, 3);
    }

    @Test
    void manyOrdersShareABrickSoThatTheStackFits() {
        assertThat(of(0L, 0L, 400L, 1L).worth()).isEqualTo(10);
        assertThat(of(0L, 0L, 1_000_000L, 0L).worth()).isGreaterThanOrEqualTo(1_000_000 / 45);
    }

    @Test
    void oneOrderInDangerIsSeenAmongHundreds() {
        assertThat(BrickChart.bricks(new Column("", null, List.of(0L, 0L, 400L, 1L)), 10))
                .hasSize(41)
                .endsWith(3);
    }
}
