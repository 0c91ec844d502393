package org.packhaus.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.packhaus.order.ChannelOrders.order;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import com.jayway.jsonpath.JsonPath;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.packhaus.database.DatabaseTest;
import org.packhaus.order.ImportFixture;
import org.packhaus.order.OrderTab;
import org.packhaus.sdk.ChannelItem.State;
import org.packhaus.security.ApiTokens;
import org.packhaus.security.NewToken;
import org.packhaus.security.NewUser;
import org.packhaus.security.Permission;
import org.packhaus.security.Role;
import org.packhaus.security.TokenWish;
import org.packhaus.security.UserAdministration;
import org.packhaus.security.UserException;
import org.packhaus.security.UserId;
import org.packhaus.security.UserService;
import org.packhaus.seller.SellerId;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.config.annotation.authentication.configuration.AuthenticationConfiguration;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

@DatabaseTest
class ApiTest {
    private static final String PASSWORD = "correct horse battery";
    private static int count;

    @Autowired
    WebApplicationContext context;

    @Autowired
    UserService users;

    @Autowired
    ApiTokens tokens;

    @Autowired
    UserAdministration administration;

    @Autowired
    AuthenticationConfiguration authentication;

    @Autowired
    JdbcClient jdbc;

    private MockMvc web;
    private ImportFixture mine;
    private ImportFixture theirs;
    private UserId me;
    private String email = "";

    @BeforeEach
    void twoShops() throws Exception {
        web = MockMvcBuilders.webAppContextSetup(context)
                .apply(springSecurity())
                .build();
        mine = shop("mine");
        theirs = shop("theirs");
        email = "api" + ++count + "@example.org";
        me = users.create(new NewUser(email, "Me", PASSWORD, "en", false));
        users.giveRole(me, mine.seller, Role.SHIPPER);
        signIn(email);
    }

    /** Again after each call, which forgets who was signed in. */
    private void signIn(String who) throws Exception {
        SecurityContextHolder.getContext()
                .setAuthentication(authentication
                        .getAuthenticationManager()
                        .authenticate(UsernamePasswordAuthenticationToken.unauthenticated(who, PASSWORD)));
    }

    @AfterEach
    void signOut() {
        SecurityContextHolder.clearContext();
    }

    private ImportFixture shop(String name) {
        ImportFixture shop = new ImportFixture(context);
        for (int i = 0; i < 5; i++) {
            shop.channel.put(order(name + count + "n" + i, State.PROCESSABLE, "SKU-1"));
        }
        shop.run();
        return shop;
    }

    @Test
    void aTokenPagesThroughItsOwnSellersOrdersOnce() throws Exception {
        String token = token(Permission.SEE_ORDERS).secret();
        List<Integer> seen = new ArrayList<>();
        String cursor = "";
        do {
            String json = json(token, "/api/v1/orders?stage=to_ship&limit=2&cursor=" + cursor);
            seen.addAll(JsonPath.<List<Integer>>read(json, "$.orders[*].id"));
            assertThat(JsonPath.<List<Integer>>read(json, "$.orders[*].seller"))
                    .containsOnly((int) mine.seller.value());
            String next = JsonPath.read(json, "$.next");
            cursor = next == null ? "" : next;
        } while (!cursor.isEmpty());
        assertThat(seen).hasSize(5).doesNotHaveDuplicates();
    }

    @Test
    void oneOrderAndItsParcelsAreShownWithoutTheBuyer() throws Exception {
        String token = token(Permission.SEE_ORDERS).secret();
        var row = mine.list(OrderTab.ALL).getFirst();
        String json = json(token, "/api/v1/orders/" + row.id());

        assertThat(JsonPath.<String>read(json, "$.order.number")).isEqualTo(row.orderNumber());
        assertThat(JsonPath.<List<String>>read(json, "$.items[*].sku")).containsExactly("SKU-1");
        assertThat(json).doesNotContain(row.buyerName()).doesNotContain(row.postalCode());
        assertThat(JsonPath.<List<Object>>read(json(token, "/api/v1/orders/" + row.id() + "/shipments"), "$.parcels"))
                .isEmpty();
    }

    @Test
    void anotherSellersOrderDoesNotExist() throws Exception {
        String token = token(Permission.SEE_ORDERS).secret();
        long id = theirs.list(OrderTab.ALL).getFirst().id().value();
        for (String path : List.of("/api/v1/orders/" + id, "/api/v1/orders/" + id + "/shipments")) {
            problem(token, path, 404, "order-unknown");
        }
        assertThat(JsonPath.<List<Object>>read(json(token, "/api/v1/orders?seller=" + theirs.seller), "$.orders"))
                .isEmpty();
    }

    @Test
    void whatIsAskedWronglyIsAProblemWithACode() throws Exception {
        String token = token(Permission.SEE_ORDERS).secret();
        for (String query : List.of(
                "stage=never",
                "cursor=%21",
                "cursor=AAAA",
                "shipByUntil=soon",
                "limit=0",
                "limit=x",
                "seller=x",
                "seller=0")) {
            problem(token, "/api/v1/orders?" + query, 400, "parameter-invalid");
        }
        problem(token, "/api/v1/orders/nothing", 404, "order-unknown");
    }

    @Test
    void onlyAGoodTokenOpensAnything() throws Exception {
        NewToken good = token(Permission.SEE_ORDERS);
        assertThat(good.toString()).doesNotContain(good.secret());
        assertThat(jdbc.sql("select count(*) from api_token where hash = :secret or name = :secret or hint = :secret")
                        .param("secret", good.secret())
                        .query(Long.class)
                        .single())
                .isZero();
        for (String wrong :
                List.of("", "phk_WRONG", good.secret() + "A", good.row().hint())) {
            problem(wrong, "/api/v1/orders", 401, "token-invalid");
        }

        json(good.secret(), "/api/v1/orders");
        signIn(email);
        assertThat(tokens.mine()).allSatisfy(row -> assertThat(row.lastUsed()).isNotNull());
        tokens.revoke(good.row().id());
        problem(good.secret(), "/api/v1/orders", 401, "token-invalid");
    }

    @Test
    void aTokenThatIsTooOldOpensNothing() throws Exception {
        NewToken old = token(Permission.SEE_ORDERS);
        jdbc.sql("update api_token set expires_at = '2020-01-01' where id = ?")
                .param(old.row().id())
                .update();
        problem(old.secret(), "/api/v1/orders", 401, "token-invalid");
    }

    @Test
    void aTokenLosesWhatItsOwnerLoses() throws Exception {
        String token = token(Permission.SEE_ORDERS).secret();
        users.takeRole(me, mine.seller, Role.SHIPPER);
        problem(token, "/api/v1/orders", 403, "token-rights");
        users.giveRole(me, mine.seller, Role.VIEWER);
        json(token, "/api/v1/orders");
        users.activate(me, false);
        problem(token, "/api/v1/orders", 401, "token-invalid");
    }

    @Test
    void aResetOfTheAccountEndsItsTokens() throws Exception {
        String token = token(Permission.SEE_ORDERS).secret();
        String root = "root" + count + "@example.org";
        users.create(new NewUser(root, "Root", PASSWORD, "en", true));
        signIn(root);
        administration.reset(me, false);
        problem(token, "/api/v1/orders", 401, "token-invalid");
    }

    @Test
    void aTokenWithoutTheRightSeesNoOrders() throws Exception {
        problem(token(Permission.PACK).secret(), "/api/v1/orders", 403, "token-rights");
    }

    @Test
    void nobodyMakesATokenThatMayMoreThanThemselves() {
        Duration month = Duration.ofDays(30);
        Set<SellerId> own = Set.of(mine.seller);
        for (TokenWish wish : List.of(
                new TokenWish("x", Set.of(Permission.MANAGE_SELLERS), own, month),
                new TokenWish("x", Set.of(Permission.ADMINISTER), own, month),
                new TokenWish("x", Set.of(Permission.SEE_ORDERS), Set.of(mine.seller, theirs.seller), month))) {
            refused(wish, "token-rights");
        }
        refused(new TokenWish("x", Set.of(), own, month), "token-empty");
        refused(new TokenWish("x", Set.of(Permission.SEE_ORDERS), Set.of(), month), "token-empty");
        refused(new TokenWish(" ", Set.of(Permission.SEE_ORDERS), own, month), "token-name");
        refused(new TokenWish("x", Set.of(Permission.SEE_ORDERS), own, Duration.ofDays(366)), "token-expiry");
    }

    private void refused(TokenWish wish, String code) {
        assertThatThrownBy(() -> tokens.make(wish))
                .isInstanceOfSatisfying(
                        UserException.class, e -> assertThat(e.code()).isEqualTo(code));
    }

    @Test
    void tooManyCallsAreHeldBackByToken() throws Exception {
        String busy = token(Permission.SEE_ORDERS).secret();
        String calm = token(Permission.SEE_ORDERS).secret();
        for (int call = 0; call < CallLimit.CALLS; call++) {
            json(busy, "/api/v1/token");
        }
        MockHttpServletResponse held = problem(busy, "/api/v1/token", 429, "too-many-calls");
        assertThat(held.getHeader("Retry-After")).isNotNull();
        json(calm, "/api/v1/token");
    }

    private NewToken token(Permission permission) {
        return tokens.make(new TokenWish("shop system", Set.of(permission), Set.of(mine.seller), Duration.ofDays(30)));
    }

    private String json(String token, String path) throws Exception {
        MockHttpServletResponse answer = ask(token, path);
        assertThat(answer.getStatus())
                .as(path + ": " + answer.getContentAsString())
                .isEqualTo(200);
        return answer.getContentAsString();
    }

    private MockHttpServletResponse problem(String token, String path, int status, String code) throws Exception {
        MockHttpServletResponse answer = ask(token, path);
        assertThat(answer.getStatus()).as(path).isEqualTo(status);
        assertThat(answer.getContentType()).startsWith("application/problem+json");
        assertThat(JsonPath.<String>read(answer.getContentAsString(), "$.code")).isEqualTo(code);
        return answer;
    }

    private MockHttpServletResponse ask(String token, String path) throws Exception {
        return web.perform(get(URI.create(path)).header("Authorization", "Bearer " + token))
                .andReturn()
                .getResponse();
    }
}
