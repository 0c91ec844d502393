package org.packhaus.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.packhaus.database.DatabaseTest;
import org.packhaus.seller.Mark;
import org.packhaus.seller.NewSeller;
import org.packhaus.seller.SellerId;
import org.packhaus.seller.SellerService;
import org.packhaus.seller.SenderAddress;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

@DatabaseTest
class UserAdministrationTest {
    private static final String PASSWORD = "correct horse battery";
    private static final String OTHER_PASSWORD = "staple battery horse";
    private static final String HOME = "/documents/interleaved?order=1";
    private static int count;

    @Autowired
    UserAdministration administration;

    @Autowired
    OneTimeLinks links;

    @Autowired
    MyAccount account;

    @Autowired
    UserService users;

    @Autowired
    SellerService sellers;

    @Autowired
    Accounts accounts;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Clock clock;

    @Autowired
    WebApplicationContext context;

    private MockMvc web;

    @BeforeEach
    void openTheDoor() {
        web = MockMvcBuilders.webAppContextSetup(context)
                .apply(springSecurity())
                .build();
        asAdministrator();
    }

    @AfterEach
    void signOut() {
        SecurityContextHolder.clearContext();
    }

    @Test
    void anInvitedUserChoosesAPasswordWithTheLinkOnce() throws Exception {
        String email = email();
        OneTimeLink link = administration.invite(new Invitation(email, "New", "de", false));
        assertThat(link.toString()).doesNotContain(link.token());
        assertThat(jdbc.sql("select link_hash from app_user where email = ?")
                        .param(email)
                        .query(String.class)
                        .single())
                .doesNotContain(link.token());
        SecurityContextHolder.clearContext();

        assertThat(links.look(link.token()))
                .hasValueSatisfying(user -> assertThat(user.email()).isEqualTo(email));
        assertThatThrownBy(() -> links.redeem(link.token(), "short")).isInstanceOf(UserException.class);
        links.redeem(link.token(), PASSWORD);

        assertThat(links.look(link.token())).isEmpty();
        assertThatThrownBy(() -> links.redeem(link.token(), OTHER_PASSWORD))
                .isInstanceOfSatisfying(
                        UserException.class, e -> assertThat(e.code()).isEqualTo("user-link-over"));
        assertThat(opens(signIn(email, PASSWORD))).isTrue();
    }

    @Test
    void aLinkIsGoodForThreeDaysAndANewOneReplacesIt() {
        String email = email();
        OneTimeLink first = administration.invite(new Invitation(email, "New", "de", false));
        OneTimeLink second = administration.reset(first.user(), false);

        assertThat(links.look(first.token())).isEmpty();
        assertThat(links.look(second.token())).isPresent();
        jdbc.sql("update app_user set link_expires = ? where id = ?")
                .params(clock.instant().minusSeconds(1), first.user().value())
                .update();
        assertThat(links.look(second.token())).isEmpty();
    }

    @Test
    void switchingAUserOffEndsTheirSessionAtTheNextRequest() throws Exception {
        UserId user = user(email());
        MockHttpSession session = signIn(users.user(user).email(), PASSWORD);
        assertThat(opens(session)).isTrue();

        asAdministrator();
        administration.disable(user);
        SecurityContextHolder.clearContext();

        assertThat(opens(session)).isFalse();
        assertThat(session.isInvalid()).isTrue();
        assertThat(opens(signIn(users.user(user).email(), PASSWORD))).isFalse();
    }

    @Test
    void aResetEndsSessionsAndTheOldPassword() throws Exception {
        UserId user = user(email());
        String email = users.user(user).email();
        MockHttpSession session = signIn(email, PASSWORD);
        asAdministrator();
        administration.reset(user, true);
        SecurityContextHolder.clearContext();

        assertThat(opens(session)).isFalse();
        assertThat(opens(signIn(email, PASSWORD))).isFalse();
    }

    @Test
    void changingOnesOwnPasswordEndsTheOtherSessionsOnly() throws Exception {
        String email = email();
        user(email);
        MockHttpSession elsewhere = signIn(email, PASSWORD);
        signInHere(email);

        assertThatThrownBy(() -> account.changePassword("wrong", OTHER_PASSWORD))
                .isInstanceOfSatisfying(
                        UserException.class, e -> assertThat(e.code()).isEqualTo("user-password-wrong"));
        account.changePassword(PASSWORD, OTHER_PASSWORD);

        assertThat(account.recoveryCodesLeft()).as("this session goes on").isZero();
        SecurityContextHolder.clearContext();
        assertThat(opens(elsewhere)).isFalse();
    }

    @Test
    void withASecondFactorThePasswordAloneOpensNothing() throws Exception {
        String email = email();
        user(email);
        signInHere(email);
        NewSecondFactor proposed = account.proposeSecondFactor();
        assertThatThrownBy(() -> account.confirmSecondFactor(proposed, "000000x"))
                .isInstanceOf(UserException.class);
        List<String> recovery = account.confirmSecondFactor(proposed, code(proposed, clock.instant()));
        SecurityContextHolder.clearContext();
        assertThat(recovery).hasSize(8).doesNotHaveDuplicates();
        assertThat(jdbc.sql("select recovery_codes from app_user where email = ?")
                        .param(email)
                        .query(String.class)
                        .single())
                .doesNotContain(recovery.getFirst().replace("-", ""));

        MockHttpSession session = new MockHttpSession();
        assertThat(typePassword("/login", session, email, PASSWORD).getRedirectedUrl())
                .isEqualTo("/login?code");
        assertThat(opens(session)).isFalse();
        assertThat(typeCode(session, "123").getRedirectedUrl()).isEqualTo("/login?code&error");
        assertThat(typeCode(session, code(proposed, clock.instant())).getRedirectedUrl())
                .as("the code that set it up is used up")
                .isEqualTo("/login?code&error");
        assertThat(opens(session)).isFalse();
        typeCode(session, recovery.getFirst());
        assertThat(opens(session)).isTrue();

        MockHttpSession again = new MockHttpSession();
        typePassword("/login", again, email, PASSWORD);
        assertThat(typeCode(again, recovery.getFirst()).getRedirectedUrl())
                .as("a recovery code works once")
                .isEqualTo("/login?code&error");
        typeCode(again, code(proposed, clock.instant().plusSeconds(30)));
        assertThat(opens(again)).isTrue();
    }

    @Test
    void aCodeWithoutAPasswordOpensNothing() throws Exception {
        SecurityContextHolder.clearContext();
        MockHttpSession session = new MockHttpSession();
        assertThat(opens(session)).isFalse();
        assertThat(typeCode(session, "123456").getRedirectedUrl()).isEqualTo("/login?error");
        assertThat(opens(session)).isFalse();
    }

    @Test
    void nobodyLocksThemselvesOrTheLastAdministratorOut() {
        UserId me = accounts.loadUserByUsername(asAdministrator()).id();
        assertThatThrownBy(() -> administration.disable(me)).isInstanceOf(UserException.class);
        assertThatThrownBy(() -> administration.makeAdministrator(me, false)).isInstanceOf(UserException.class);
    }

    @Test
    void rolesAreSetAsAWhole() {
        SellerId seller = sellers.create(new NewSeller("Rollen", new Mark("R", 1), SenderAddress.EMPTY));
        UserId user = user(email());
        administration.setRoles(user, seller, Set.of(Role.PACKER, Role.VIEWER));
        administration.setRoles(user, seller, Set.of(Role.SHIPPER, Role.VIEWER));
        assertThat(users.user(user).roles().get(seller)).containsExactlyInAnyOrder(Role.SHIPPER, Role.VIEWER);
        administration.setRoles(user, seller, Set.of());
        assertThat(users.user(user).roles()).isEmpty();
    }

    @Test
    void whoIsNoAdministratorIsRefusedEverything() {
        UserId victim = user(email());
        String email = email();
        UserId plain = user(email);
        signInHere(email);

        for (Runnable deed : List.<Runnable>of(
                administration::list,
                () -> administration.invite(new Invitation("x@example.org", "X", "en", true)),
                () -> administration.reset(victim, true),
                () -> administration.disable(victim),
                () -> administration.enable(victim),
                () -> administration.makeAdministrator(plain, true),
                () -> administration.setRoles(plain, new SellerId(1), Set.of(Role.MANAGER)),
                administration::sealAgain)) {
            assertThatThrownBy(deed::run).isInstanceOf(AccessDeniedException.class);
        }
    }

    @Test
    void manyFailuresFromOneAddressAreHeldBackWhateverTheAccount() throws Exception {
        String email = email();
        user(email);
        for (int attempt = 0; attempt < 50; attempt++) {
            from("203.0.113.7", "nobody" + attempt + "@example.org", "wrong");
        }
        assertThat(opens(from("203.0.113.7", email, PASSWORD))).isFalse();
        assertThat(opens(from("203.0.113.8", email, PASSWORD))).isTrue();
    }

    private String code(NewSecondFactor proposed, Instant at) {
        return Totp.code(Base32.decode(proposed.secret()), Totp.step(at), Totp.DIGITS);
    }

    private static String email() {
        return "user" + ++count + "@example.org";
    }

    private UserId user(String email) {
        return users.create(new NewUser(email, "User " + count, PASSWORD, "en", false));
    }

    private String asAdministrator() {
        String email = "admin" + ++count + "@example.org";
        users.create(new NewUser(email, "Admin", PASSWORD, "en", true));
        signInHere(email);
        return email;
    }

    private void signInHere(String email) {
        SignedInUser user = accounts.loadUserByUsername(email);
        SecurityContextHolder.getContext()
                .setAuthentication(
                        UsernamePasswordAuthenticationToken.authenticated(user, null, user.getAuthorities()));
    }

    private MockHttpSession signIn(String email, String password) throws Exception {
        MockHttpSession session = new MockHttpSession();
        typePassword("/login", session, email, password);
        return session;
    }

    private MockHttpSession from(String address, String email, String password) throws Exception {
        MockHttpSession session = new MockHttpSession();
        web.perform(post("/login")
                .session(session)
                .param("username", email)
                .param("password", password)
                .with(csrf())
                .with(request -> {
                    request.setRemoteAddr(address);
                    return request;
                }));
        return session;
    }

    private MockHttpServletResponse typePassword(String path, MockHttpSession session, String email, String password)
            throws Exception {
        return web.perform(post(path)
                        .session(session)
                        .param("username", email)
                        .param("password", password)
                        .with(csrf()))
                .andReturn()
                .getResponse();
    }

    private MockHttpServletResponse typeCode(MockHttpSession session, String code) throws Exception {
        return web.perform(
                        post("/login/code").session(session).param("code", code).with(csrf()))
                .andReturn()
                .getResponse();
    }

    /** Whether the session gets past the sign-in, to papers of an order that is not theirs. */
    private boolean opens(MockHttpSession session) throws Exception {
        if (session.isInvalid()) {
            return false;
        }
        return web.perform(get(HOME).session(session)).andReturn().getResponse().getStatus() != 302;
    }
}
