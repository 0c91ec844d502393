package org.packhaus.sdk.test;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.packhaus.sdk.CarrierDocument;
import org.packhaus.sdk.DocumentType;
import org.packhaus.sdk.LabelFormat;
import org.packhaus.sdk.Rejected;

/**
 * The rules of {@link LabelFormat} as tests. Extend it in your plugin's tests.
 *
 * @param <S> your settings
 */
public abstract class LabelFormatContract<S extends Record> extends Contract<S, LabelFormat<S>> {

    /** Settings of a printer that takes {@link #label()}. */
    protected abstract S printer();

    /** A label of a type it reads. */
    protected abstract CarrierDocument label();

    @Override
    protected final S settings(URI service) {
        return printer();
    }

    @Override
    protected final S wrongSettings(URI service) {
        return printer();
    }

    /** A label format calls nobody. */
    @Override
    protected final void play(ScriptedServer server) {}

    @Test
    void saysWhatItReads() {
        assertThat(extension(tools()).profile().reads()).contains(label().type());
        assertThat(extension(tools()).profile().id()).matches("[a-z0-9]+(-[a-z0-9]+)*");
    }

    @Test
    void makesOneFileFromManyLabels() throws Exception {
        byte[] one = extension(tools()).render(List.of(label()), printer());
        byte[] three = extension(tools()).render(List.of(label(), label(), label()), printer());
        assertThat(one).isNotEmpty();
        assertThat(three.length).isGreaterThan(one.length);
    }

    @Test
    void makesTheSameFileFromTheSameLabels() throws Exception {
        assertThat(extension(tools()).render(List.of(label()), printer()))
                .isEqualTo(extension(tools()).render(List.of(label()), printer()));
    }

    @Test
    void namesTheLabelItCannotRead() {
        CarrierDocument nonsense = new CarrierDocument(
                CarrierDocument.Kind.LABEL, label().type(), "no label at all".getBytes(StandardCharsets.UTF_8));
        Rejected refusal =
                expect(Rejected.class, () -> extension(tools()).render(List.of(label(), nonsense), printer()));
        assertThat(refusal.faults())
                .singleElement()
                .satisfies(fault -> assertThat(fault.field()).contains("1"));
    }

    @Test
    void refusesTypesItDoesNotRead() {
        for (DocumentType type : DocumentType.values()) {
            if (!extension(tools()).profile().reads().contains(type)) {
                CarrierDocument other = new CarrierDocument(
                        CarrierDocument.Kind.LABEL, type, "N\nP1\n".getBytes(StandardCharsets.UTF_8));
                expect(Rejected.class, () -> extension(tools()).render(List.of(other), printer()));
            }
        }
    }
}
