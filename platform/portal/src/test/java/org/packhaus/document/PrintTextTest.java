package org.packhaus.document;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PrintTextTest {

    @Test
    void dropsWhatSteersTheDirectionOfReading() {
        assertThat(PrintText.clean("\u202e12 b\u202c \u2066x\u2069\u200f")).isEqualTo("12 b x");
    }

    @Test
    void dropsControlCharactersAndFoldsWhiteSpace() {
        assertThat(PrintText.clean("\u0000a\u001b[2J\r\n\t b\u00a0\u2003c\u0007"))
                .isEqualTo("a[2J b c");
    }

    @Test
    void composesAccents() {
        assertThat(PrintText.clean("Mu\u0308ller S\u0327ahin")).isEqualTo("Müller Şahin");
    }

    @Test
    void marksWhatIsNoCharacter() {
        assertThat(PrintText.clean("a\ud800b\ue000")).isEqualTo("a\ufffdb\ufffd");
    }

    @Test
    void cutsWhatNobodyCanMeanSeriously() {
        assertThat(PrintText.clean("x".repeat(1_000_000))).hasSize(4000);
    }
}
