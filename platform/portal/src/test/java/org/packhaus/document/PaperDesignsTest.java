package org.packhaus.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.packhaus.audit.Audit;
import org.packhaus.audit.Subject;
import org.packhaus.database.DatabaseTest;
import org.packhaus.order.OrderId;
import org.packhaus.sdk.CountryCode;
import org.packhaus.sdk.DocumentType;
import org.packhaus.seller.Mark;
import org.packhaus.seller.NewSeller;
import org.packhaus.seller.NoSellerScope;
import org.packhaus.seller.SellerId;
import org.packhaus.seller.SellerScope;
import org.packhaus.seller.SellerService;
import org.packhaus.seller.SenderAddress;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

@DatabaseTest
class PaperDesignsTest {
    private static final Instant MONDAY = Instant.parse("2026-11-23T14:00:00Z");
    private static final AtomicInteger NAMES = new AtomicInteger();

    @Autowired
    PaperDesigns designs;

    @Autowired
    DocumentService documents;

    @Autowired
    SellerService sellers;

    @Autowired
    Audit audit;

    @Autowired
    JdbcTemplate jdbc;

    private SellerId mine = new SellerId(1);
    private PrintFixture shop = new PrintFixture(new JdbcTemplate());

    @BeforeEach
    void open() {
        shop = new PrintFixture(jdbc);
        mine = sellers.create(
                new NewSeller("Papierladen " + NAMES.incrementAndGet(), new Mark("P", 1), SenderAddress.EMPTY));
    }

    private <T> T in(SellerId seller, Supplier<T> work) {
        return SellerScope.get(Set.of(seller), work);
    }

    private PaperDesign design(SlipTongue tongue, boolean numbers, boolean returns, SlipWords german) {
        int version = in(mine, () -> designs.of(mine)).version();
        return new PaperDesign(
                mine,
                version,
                tongue,
                numbers,
                numbers,
                returns,
                Map.of(SlipLanguage.GERMAN, german),
                Optional.of(Logo.of(ArchiveTest.picture("png", BufferedImage.TYPE_INT_RGB))));
    }

    private String slip(OrderId order) throws IOException {
        return PackingSlipTest.text(in(mine, () -> documents.packingSlips(List.of(order))));
    }

    @Test
    void whatASellerSavedIsOnEverySlip() throws IOException {
        OrderId order = shop.order(mine, "n4c8k2", MONDAY, "A");
        assertThat(slip(order)).contains("S0-A", "4006381333931").doesNotContain("Hallo");

        in(
                mine,
                () -> designs.save(design(
                        SlipTongue.GERMAN,
                        false,
                        false,
                        new SlipWords("Hallo {name},\ndeine {order} ist da.", "Bis bald! <b>{x}</b>"))));

        assertThat(slip(order))
                .contains("Hallo Ümran Şahin,", "deine n4c8k2 ist da.", "Bis bald! <b>{x}</b>")
                .doesNotContain("S0-A", "4006381333931");
        assertThat(in(mine, () -> designs.of(mine)).logo()).isPresent();
        assertThat(in(mine, () -> audit.about(new Subject("seller", mine.value()), Long.MAX_VALUE, 5)))
                .extracting(row -> row.action())
                .containsExactly("papers.change");
    }

    @Test
    void aPreviewShowsADraftThatNobodySaved() throws IOException {
        OrderId order = shop.order(mine, "draft1", MONDAY, "A");
        PaperDesign draft = design(SlipTongue.GERMAN, true, false, new SlipWords("Nur ein Entwurf", ""));

        byte[] real = in(mine, () -> designs.preview(draft, order));
        byte[] madeUp = in(mine, () -> designs.preview(draft, null));

        assertThat(PackingSlipTest.text(real)).contains("Nur ein Entwurf", "draft1", "Artikel A");
        assertThat(PackingSlipTest.text(madeUp)).contains("Nur ein Entwurf", "bvx5jdtjd3");
        assertThat(designs.picture(real, 1)).startsWith((byte) 0x89, (byte) 'P', (byte) 'N', (byte) 'G');
        assertThat(slip(order)).doesNotContain("Entwurf");
    }

    @Test
    void whoSavesAnOldPageIsToldSo() {
        PaperDesign old = design(SlipTongue.BUYER, true, false, SlipWords.NONE);
        in(mine, () -> designs.save(old));

        assertThatThrownBy(() -> in(mine, () -> designs.save(old)))
                .isInstanceOf(PaperException.class)
                .extracting(e -> ((PaperException) e).code())
                .isEqualTo("papers-changed");
        PaperDesign current = in(mine, () -> designs.of(mine));
        assertThat(in(mine, () -> designs.save(current)).version()).isGreaterThanOrEqualTo(current.version());
    }

    @Test
    void returnLabelsAreEnclosedOnlyWhenTheSellerWantsThem() throws IOException {
        OrderId order = shop.order(mine, "back", MONDAY, "A");
        shop.label(mine, order, DocumentType.PDF, PrintFixture.labelPdf(105, 148));
        PrintRequest labels = PrintRequest.of(PrintFile.Contents.LABELS);
        assertThat(in(mine, () -> documents.write(List.of(order), labels, new ByteArrayOutputStream()))
                        .pageCount())
                .isEqualTo(1);

        in(mine, () -> designs.save(design(SlipTongue.SELLER, true, true, SlipWords.NONE)));

        assertThat(in(mine, () -> documents.write(List.of(order), labels, new ByteArrayOutputStream()))
                        .pageCount())
                .isEqualTo(2);
    }

    @Test
    void nobodySeesOrChangesAnotherSellersPapers() {
        SellerId other = sellers.create(
                new NewSeller("Anderer " + NAMES.incrementAndGet(), new Mark("A", 2), SenderAddress.EMPTY));
        PaperDesign draft = design(SlipTongue.GERMAN, true, true, SlipWords.NONE);

        assertThatThrownBy(() -> in(other, () -> designs.of(mine))).isInstanceOf(NoSellerScope.class);
        assertThatThrownBy(() -> in(other, () -> designs.save(draft))).isInstanceOf(NoSellerScope.class);
        assertThatThrownBy(() -> in(other, () -> designs.preview(draft, null))).isInstanceOf(NoSellerScope.class);
    }

    @Test
    void theBuyersLanguageIsThatOfTheCountry() {
        assertThat(SlipTongue.BUYER.language("zh", new CountryCode("AT"))).isEqualTo(SlipLanguage.GERMAN);
        assertThat(SlipTongue.BUYER.language("de", new CountryCode("FR"))).isEqualTo(SlipLanguage.ENGLISH);
        assertThat(SlipTongue.SELLER.language("zh", CountryCode.DE)).isEqualTo(SlipLanguage.CHINESE);
        assertThat(SlipTongue.ENGLISH.language("de", CountryCode.DE)).isEqualTo(SlipLanguage.ENGLISH);
    }

    @Test
    void aBuyerCalledLikeAGapIsPrintedAsThat() {
        assertThat(new SlipWords("{name} / {order} / {other}", "").about("{order}$1", "n1"))
                .isEqualTo(new SlipWords("{order}$1 / n1 / {other}", ""));
    }
}
