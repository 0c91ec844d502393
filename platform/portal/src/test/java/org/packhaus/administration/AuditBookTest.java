package org.packhaus.administration;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringWriter;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.packhaus.audit.Audit;
import org.packhaus.audit.AuditRow;
import org.packhaus.audit.AuditSearch;
import org.packhaus.audit.Subject;
import org.packhaus.database.DatabaseTest;
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
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.config.annotation.authentication.configuration.AuthenticationConfiguration;
import org.springframework.security.core.context.SecurityContextHolder;

@DatabaseTest
class AuditBookTest {
    private static final String PASSWORD = "correct horse battery";
    private static int count;

    @Autowired
    AuditBook book;

    @Autowired
    Audit audit;

    @Autowired
    UserService users;

    @Autowired
    SellerService sellers;

    @Autowired
    AuthenticationConfiguration authentication;

    @Autowired
    Clock clock;

    private SellerId mine;
    private SellerId theirs;

    @BeforeEach
    void fill() {
        mine = seller("Mine " + ++count);
        theirs = seller("Theirs " + count);
        IntStream.rangeClosed(1, 7).forEach(order -> record(mine, "order.hold", order, "=cmd|' /C calc'!A0"));
        record(mine, "order.release", 3, "fine");
        record(theirs, "order.hold", 99, "secret of theirs");
    }

    @AfterEach
    void signOut() {
        SecurityContextHolder.clearContext();
    }

    @Test
    void showsAManagerTheirSellersLinesAndNobodyElses() throws Exception {
        signIn(false, Role.MANAGER);

        assertThat(book.mayRead()).isTrue();
        assertThat(book.page(AuditSearch.EVERYTHING, Long.MAX_VALUE, 100))
                .hasSize(8)
                .allSatisfy(row -> assertThat(row.seller()).isEqualTo(mine));
        assertThat(book.actions()).containsExactly("order.hold", "order.release");
    }

    @Test
    void showsAPackerNothing() throws Exception {
        signIn(false, Role.PACKER);

        assertThat(book.mayRead()).isFalse();
        assertThat(book.page(AuditSearch.EVERYTHING, Long.MAX_VALUE, 100)).isEmpty();
        assertThat(book.actions()).isEmpty();
    }

    @Test
    void showsAnAdministratorAlsoWhatBelongsToNoSeller() throws Exception {
        signIn(true, Role.VIEWER);

        var rows = book.page(AuditSearch.EVERYTHING, Long.MAX_VALUE, 100);
        assertThat(rows).extracting(AuditRow::action).contains("user.sign-in", "order.hold");
        assertThat(rows).extracting(AuditRow::id).isSortedAccordingTo((one, other) -> Long.compare(other, one));
        assertThat(book.page(new AuditSearch(null, null, "", "user.", "", null), Long.MAX_VALUE, 100))
                .isNotEmpty()
                .allSatisfy(row -> assertThat(row.seller()).isNull());
    }

    @Test
    void findsByActionSubjectActorAndTime() throws Exception {
        signIn(false, Role.MANAGER);

        assertThat(found(new AuditSearch(null, null, "", "order.release", "", null)))
                .hasSize(1);
        assertThat(found(new AuditSearch(null, null, "", "order.", "order", 3L)))
                .hasSize(2);
        assertThat(found(new AuditSearch(null, null, "sys", "", "", null))).hasSize(8);
        assertThat(found(new AuditSearch(null, null, "%", "", "", null)))
                .as("a percent sign is only itself")
                .isEmpty();
        assertThat(found(new AuditSearch(clock.instant().plus(Duration.ofMinutes(1)), null, "", "", "", null)))
                .isEmpty();
        assertThat(found(new AuditSearch(null, clock.instant().minus(Duration.ofHours(1)), "", "", "", null)))
                .isEmpty();
    }

    @Test
    void pagesWithoutLosingOrRepeatingALine() throws Exception {
        signIn(true, Role.VIEWER);
        List<AuditRow> all = book.page(AuditSearch.EVERYTHING, Long.MAX_VALUE, 1000);
        List<AuditRow> paged = new ArrayList<>();
        long before = Long.MAX_VALUE;
        List<AuditRow> page;
        do {
            page = book.page(AuditSearch.EVERYTHING, before, 3);
            paged.addAll(page);
            before = page.isEmpty() ? 0 : page.getLast().id();
        } while (page.size() == 3);
        assertThat(paged).isEqualTo(all);
    }

    @Test
    void exportsTextsThatNoSpreadsheetTakesForFormulas() throws Exception {
        signIn(false, Role.MANAGER);
        StringWriter out = new StringWriter();

        assertThat(book.export(AuditSearch.EVERYTHING, Map.of(mine, "=Mine"), out))
                .isEqualTo(8);
        assertThat(out.toString().lines()).hasSize(9);
        assertThat(out.toString()).contains("\"'=Mine\"").contains("text==cmd").doesNotContain("theirs");
        assertThat(CsvLine.of(List.of("=1+1", "+49", "-3", "@x", "\tx", " =1", "a\"b", "plain")))
                .isEqualTo("\"'=1+1\",\"'+49\",\"'-3\",\"'@x\",\"'\tx\",\"' =1\",\"a\"\"b\",\"plain\"\r\n");
    }

    private List<AuditRow> found(AuditSearch wanted) {
        return book.page(wanted, Long.MAX_VALUE, 100);
    }

    private void record(SellerId seller, String action, long order, String text) {
        SellerScope.run(seller, () -> audit.record(seller, action, new Subject("order", order), Map.of("text", text)));
    }

    private SellerId seller(String name) {
        return sellers.create(new NewSeller(name, new Mark("S", 1), SenderAddress.EMPTY));
    }

    private void signIn(boolean administrator, Role role) throws Exception {
        String email = "book" + count + "@example.org";
        UserId user = users.create(new NewUser(email, "Reader", PASSWORD, "en", administrator));
        users.giveRole(user, mine, role);
        SecurityContextHolder.getContext()
                .setAuthentication(authentication
                        .getAuthenticationManager()
                        .authenticate(UsernamePasswordAuthenticationToken.unauthenticated(email, PASSWORD)));
    }
}
