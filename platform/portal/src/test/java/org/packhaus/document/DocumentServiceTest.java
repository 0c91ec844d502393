package org.packhaus.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.packhaus.audit.Audit;
import org.packhaus.audit.Subject;
import org.packhaus.database.DatabaseTest;
import org.packhaus.order.OrderId;
import org.packhaus.order.OrderRow;
import org.packhaus.order.OrderService;
import org.packhaus.order.TimelineEntry;
import org.packhaus.sdk.DocumentType;
import org.packhaus.security.NewUser;
import org.packhaus.security.Role;
import org.packhaus.security.UserId;
import org.packhaus.security.UserService;
import org.packhaus.seller.Mark;
import org.packhaus.seller.NewSeller;
import org.packhaus.seller.SellerId;
import org.packhaus.seller.SellerScope;
import org.packhaus.seller.SellerService;
import org.packhaus.seller.SenderAddress;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.config.annotation.authentication.configuration.AuthenticationConfiguration;
import org.springframework.security.core.Authentication;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

@DatabaseTest
class DocumentServiceTest {
    private static final Instant MONDAY = Instant.parse("2026-11-23T14:00:00Z");
    private static final Instant TUESDAY = Instant.parse("2026-11-24T14:00:00Z");
    private static final byte[] LABEL = LabelPagesTest.label(103, 199, 0);
    private static final String PASSWORD = "correct horse battery";
    private static final AtomicInteger NAMES = new AtomicInteger();

    @Autowired
    DocumentService documents;

    @Autowired
    OrderService orders;

    @Autowired
    SellerService sellers;

    @Autowired
    UserService users;

    @Autowired
    Audit audit;

    @Autowired
    JdbcTemplate jdbc;

    @Autowired
    WebApplicationContext web;

    @Autowired
    AuthenticationConfiguration authentications;

    private PrintFixture shop;
    private SellerId mine;
    private SellerId other;

    @BeforeEach
    void open() {
        shop = new PrintFixture(jdbc);
        mine = seller("Nordlicht Wohnen");
        other = seller("Lampenladen");
    }

    @Test
    void printsInTheOrderOfPicking() throws IOException {
        OrderId late = labelled(mine, "late", TUESDAY, "A");
        OrderId soon = labelled(mine, "soon", MONDAY, "A");
        OrderId last = labelled(mine, "last", MONDAY, "Z", "Z", "M");
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Printed printed = in(
                mine,
                () -> documents.write(List.of(last, late, soon), PrintRequest.of(PrintFile.Contents.INTERLEAVED), out));

        assertThat(printed.leftOut()).isEmpty();
        assertThat(printed.pages().keySet()).containsExactly(soon, late, last);
        assertThat(printed.pages().get(soon)).isEqualTo(new PrintFile.Pages(List.of(1), List.of(2)));
        String text = PackingSlipTest.text(out.toByteArray());
        assertThat(text)
                .contains("Ümran Şahin", "Große Bäckerstraße 12 b", "Artikel Z", "Farbe: Grün", "Insgesamt 3 Teile")
                .contains("21.11.2026"); // half past midnight in Berlin
        assertThat(BarcodeCheck.read(out.toByteArray()).get(2)).containsExactly("00340434161094015902");
    }

    @Test
    void leavesOutWhatCannotBePrintedAndSaysWhy() throws IOException {
        OrderId good = labelled(mine, "good", MONDAY, "A");
        OrderId none = shop.order(mine, "none", MONDAY, "A");
        OrderId zpl = shop.order(mine, "zpl", MONDAY, "A");
        shop.label(mine, zpl, DocumentType.ZPL, "^XA^XZ".getBytes(java.nio.charset.StandardCharsets.US_ASCII));
        OrderId hidden = labelled(mine, "hidden", MONDAY, "A");
        shop.hideAddress(hidden);
        OrderId foreign = labelled(other, "foreign", MONDAY, "A");
        for (PrintFile.Contents contents :
                List.of(PrintFile.Contents.INTERLEAVED, PrintFile.Contents.SLIPS_THEN_LABELS)) {
            Printed printed = in(
                    mine,
                    () -> documents.write(
                            List.of(none, zpl, hidden, foreign, good),
                            PrintRequest.of(contents),
                            java.io.OutputStream.nullOutputStream()));

            assertThat(printed.pages().keySet()).containsExactly(good);
            assertThat(printed.leftOut())
                    .extracting(Printed.LeftOut::order, Printed.LeftOut::code)
                    .containsExactlyInAnyOrder(
                            tuple(none, Unprintable.Code.NO_LABEL),
                            tuple(zpl, Unprintable.Code.LABEL_IS_NO_PDF),
                            tuple(hidden, Unprintable.Code.NO_ADDRESS));
        }
        assertThat(PackingSlipTest.pages(in(mine, () -> documents.labels(List.of(good, hidden)))))
                .isEqualTo(2);
    }

    @Test
    void remembersWhatWasPrinted() {
        OrderId order = labelled(mine, "once", MONDAY, "A");
        PrintRequest request = PrintRequest.of(PrintFile.Contents.INTERLEAVED);
        in(mine, () -> documents.write(List.of(order), request, java.io.OutputStream.nullOutputStream()));
        assertThat(in(mine, () -> documents.prints(List.of(order))))
                .as("a preview")
                .isEmpty();

        in(mine, () -> documents.print(List.of(order), request, java.io.OutputStream.nullOutputStream()));
        in(
                mine,
                () -> documents.print(
                        List.of(order),
                        PrintRequest.of(PrintFile.Contents.LABELS),
                        java.io.OutputStream.nullOutputStream()));

        assertThat(in(mine, () -> documents.prints(List.of(order))))
                .extracting(PrintRow::slip, PrintRow::labels)
                .containsExactly(tuple(false, 1), tuple(true, 1));
        assertThat(in(mine, () -> orders.rows(List.of(order))))
                .extracting(OrderRow::slipPrinted)
                .containsExactly(true);
        assertThat(in(mine, () -> orders.details(order)).timeline())
                .extracting(TimelineEntry::code)
                .contains("printed-both", "reprinted-label");
        assertThat(in(mine, () -> audit.about(new Subject("order", order.value()), Long.MAX_VALUE, 10)))
                .hasSize(2);
        assertThat(in(other, () -> documents.prints(List.of(order)))).isEmpty();
    }

    @Test
    void aStackHoldsOnlyWhatHasNotLeft() throws Exception {
        Instant now = Instant.now();
        // It is noon where the seller is: no day ends while the test runs.
        jdbc.update(
                "update seller set time_zone = ? where id = ?",
                ZoneOffset.ofHours(12 - now.atOffset(ZoneOffset.UTC).getHour()).getId(),
                mine.value());
        OrderId here = labelled(mine, "here", MONDAY, "A");
        OrderId today = labelled(mine, "reported today", MONDAY, "A");
        shop.reported(mine, today, now);
        OrderId yesterday = labelled(mine, "reported yesterday", MONDAY, "A");
        shop.reported(mine, yesterday, now.minus(java.time.Duration.ofHours(24)));
        OrderId collected = labelled(mine, "collected", MONDAY, "A");
        shop.handedOver(mine, collected, now);
        OrderId cancelled = labelled(mine, "cancelled", MONDAY, "A");
        shop.cancel(cancelled);
        OrderId givenBack = labelled(mine, "given back", MONDAY, "A");
        shop.giveBack(givenBack);
        List<OrderId> all = List.of(here, today, yesterday, collected, cancelled, givenBack);

        for (PrintFile.Contents contents :
                List.of(PrintFile.Contents.LABELS, PrintFile.Contents.INTERLEAVED, PrintFile.Contents.LABELS_ALONE)) {
            Printed printed = in(
                    mine,
                    () -> documents.write(all, PrintRequest.of(contents), java.io.OutputStream.nullOutputStream()));
            assertThat(printed.pages().keySet()).containsExactlyInAnyOrder(here, today);
            assertThat(printed.leftOut())
                    .extracting(Printed.LeftOut::order, Printed.LeftOut::code)
                    .contains(
                            tuple(yesterday, Unprintable.Code.LEFT_ALREADY),
                            tuple(collected, Unprintable.Code.LEFT_ALREADY),
                            tuple(cancelled, Unprintable.Code.CANCELLED));
        }
        assertThat(in(mine, () -> documents.originals(all, PrintRequest.Which.STILL_HERE)))
                .hasSize(2);
        assertThat(in(mine, () -> documents.left(all))).containsExactlyInAnyOrder(yesterday, collected);
        assertThat(in(other, () -> documents.left(all))).isEmpty();
    }

    @Test
    void onePrintedByHandComesOutAgainAndIsMarkedSoUnlessItIsCancelled() throws Exception {
        OrderId gone = labelled(mine, "gone", MONDAY, "A");
        PrintRequest labels = PrintRequest.of(PrintFile.Contents.LABELS);
        in(mine, () -> documents.print(List.of(gone), labels, java.io.OutputStream.nullOutputStream()));
        shop.handedOver(mine, gone, Instant.now());
        Authentication shipper = user(Role.SHIPPER);
        MockHttpServletRequestBuilder again =
                get("/documents/labels").param("order", gone.toString()).param("print", "true");
        assertThat(request(again, shipper).getStatus()).as("in a stack").isEqualTo(422);
        assertThat(request(again.param("left", "true"), shipper).getStatus()).isEqualTo(200);
        assertThat(in(mine, () -> orders.details(gone)).timeline())
                .extracting(TimelineEntry::code)
                .filteredOn(code -> code.contains("printed"))
                .containsExactlyInAnyOrder("printed-label", "reprinted-label");

        shop.cancel(gone);
        Printed printed = in(
                mine,
                () -> documents.write(
                        List.of(gone),
                        labels.of(PrintRequest.Which.LEFT_TOO),
                        java.io.OutputStream.nullOutputStream()));
        assertThat(printed.leftOut()).extracting(Printed.LeftOut::code).containsExactly(Unprintable.Code.CANCELLED);
    }

    @Test
    void servesPapersToWhomeverTheyConcern() throws Exception {
        OrderId order = labelled(mine, "A/1 ü", MONDAY, "A");
        Authentication shipper = user(Role.SHIPPER);

        MockHttpServletResponse slips = request(get("/documents/slips").param("order", order.toString()), shipper);
        assertThat(slips.getStatus()).isEqualTo(200);
        assertThat(slips.getContentType()).isEqualTo("application/pdf");
        assertThat(slips.getHeader("Content-Disposition")).isEqualTo("inline; filename=\"slips-A_1__.pdf\"");
        assertThat(slips.getHeader("Cache-Control")).contains("no-store");
        assertThat(PackingSlipTest.text(slips.getContentAsByteArray())).contains("Lieferschein");
        assertThat(in(mine, () -> documents.prints(List.of(order)))).isEmpty();

        MockHttpServletResponse printed = request(
                get("/documents/interleaved").param("order", order.toString()).param("print", "true"), shipper);
        assertThat(PackingSlipTest.pages(printed.getContentAsByteArray())).isEqualTo(2);
        assertThat(in(mine, () -> documents.prints(List.of(order)))).hasSize(1);
    }

    @Test
    void hasNothingOfAnotherSellers() throws Exception {
        OrderId own = labelled(mine, "own", MONDAY, "A");
        OrderId foreign = shop.order(other, "foreign", MONDAY, "A");
        long document = shop.label(other, foreign, DocumentType.PDF, LABEL);
        Authentication shipper = user(Role.SHIPPER);

        for (String contents : List.of("labels", "slips", "interleaved", "slips-then-labels")) {
            assertThat(request(get("/documents/" + contents).param("order", foreign.toString()), shipper)
                            .getStatus())
                    .isEqualTo(404);
            assertThat(request(
                                    get("/documents/" + contents)
                                            .param("order", own.toString(), foreign.toString())
                                            .param("print", "true"),
                                    shipper)
                            .getStatus())
                    .isEqualTo(404);
        }
        assertThat(request(get("/documents/stored/" + document), shipper).getStatus())
                .isEqualTo(404);
        assertThat(in(other, () -> documents.prints(List.of(foreign)))).isEmpty();
        assertThat(in(mine, () -> documents.prints(List.of(own)))).isEmpty();
    }

    @Test
    void showsAStoredDocumentCleaned() throws Exception {
        OrderId order = shop.order(mine, "hostile", MONDAY, "A");
        long document = shop.label(mine, order, DocumentType.PDF, HostilePdf.make());

        MockHttpServletResponse response = request(get("/documents/stored/" + document), user(Role.VIEWER));
        assertThat(response.getStatus()).isEqualTo(200);
        assertThat(PackingSlipTest.text(response.getContentAsByteArray())).contains("Sendung 4711");
        assertThat(new String(response.getContentAsByteArray(), java.nio.charset.StandardCharsets.ISO_8859_1))
                .doesNotContain("JavaScript");
    }

    @Test
    void letsAViewerLookButNotPrint() throws Exception {
        OrderId order = labelled(mine, "look", MONDAY, "A");
        Authentication viewer = user(Role.VIEWER);

        assertThat(request(get("/documents/slips").param("order", order.toString()), viewer)
                        .getStatus())
                .isEqualTo(200);
        assertThat(request(
                                get("/documents/slips")
                                        .param("order", order.toString())
                                        .param("print", "true"),
                                viewer)
                        .getStatus())
                .isEqualTo(403);
    }

    @Test
    void saysWhyThereIsNothingToPrint() throws Exception {
        OrderId order = shop.order(mine, "bare", MONDAY, "A");

        MockHttpServletResponse response =
                request(get("/documents/labels").param("order", order.toString()), user(Role.SHIPPER));
        assertThat(response.getStatus()).isEqualTo(422);
        assertThat(response.getContentAsString()).contains("Order bare has no label yet");
    }

    @Test
    void asksStrangersToSignIn() throws Exception {
        MockHttpServletResponse response = mvc().perform(get("/documents/slips").param("order", "1"))
                .andReturn()
                .getResponse();

        assertThat(response.getStatus()).isIn(302, 401, 403);
        assertThat(response.getContentAsByteArray()).isEmpty();
    }

    private OrderId labelled(SellerId seller, String number, Instant shipBy, String... skus) {
        OrderId order = shop.order(seller, number, shipBy, skus);
        shop.label(seller, order, DocumentType.PDF, LABEL);
        return order;
    }

    private Authentication user(Role role) throws Exception {
        String email = "user" + NAMES.incrementAndGet() + "@example.org";
        UserId user = users.create(new NewUser(email, "User", PASSWORD, "de", false));
        users.giveRole(user, mine, role);
        return authentications
                .getAuthenticationManager()
                .authenticate(UsernamePasswordAuthenticationToken.unauthenticated(email, PASSWORD));
    }

    private MockHttpServletResponse request(MockHttpServletRequestBuilder request, Authentication user)
            throws Exception {
        return mvc().perform(request.with(authentication(user))).andReturn().getResponse();
    }

    private MockMvc mvc() {
        return MockMvcBuilders.webAppContextSetup(web).apply(springSecurity()).build();
    }

    private SellerId seller(String name) {
        return sellers.create(new NewSeller(
                name + " " + NAMES.incrementAndGet(),
                new Mark(name.substring(0, 1), 1),
                new SenderAddress(
                        "Speicherstadt GmbH",
                        null,
                        "Am Sandtorkai",
                        "30",
                        null,
                        "20457",
                        "Hamburg",
                        "DE",
                        null,
                        null)));
    }

    private static <T> T in(SellerId seller, java.util.function.Supplier<T> work) {
        return SellerScope.get(Set.of(seller), work);
    }
}
