package org.packhaus.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.packhaus.database.DatabaseTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;
import org.springframework.web.util.UriComponentsBuilder;

@DatabaseTest
class OidcSignInTest {
    private static final OidcIssuer ISSUER = new OidcIssuer();
    private static int count;

    @Autowired
    UserService users;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    WebApplicationContext context;

    private MockMvc web;

    @DynamicPropertySource
    static void issuer(DynamicPropertyRegistry registry) {
        registry.add("packhaus.oidc.issuer", ISSUER::address);
        registry.add("packhaus.oidc.client-id", () -> OidcIssuer.CLIENT);
        registry.add("packhaus.oidc.client-secret", () -> "hush");
    }

    @AfterAll
    static void close() {
        ISSUER.close();
    }

    @BeforeEach
    void openTheDoor() {
        web = MockMvcBuilders.webAppContextSetup(context)
                .apply(springSecurity())
                .build();
    }

    @Test
    void whoIsKnownByAVerifiedAddressGetsInAsThemselves() throws Exception {
        UserId lena = user("lena");
        MockHttpSession session = new MockHttpSession();

        assertThat(comeBack(session, ISSUER.address(), person("Lena@Example.org", true)))
                .doesNotContain("login");

        assertThat(signedIn(session)).isEqualTo(lena);
        assertThat(users.user(lena).lastSignIn()).isNotNull();
    }

    /** What the other house says about groups and roles is not even looked at. */
    @Test
    void nobodyGetsRightsFromOutside() throws Exception {
        UserId user = user("plain");
        MockHttpSession session = new MockHttpSession();
        comeBack(
                session,
                ISSUER.address(),
                Map.of(
                        "email", "plain@example.org",
                        "email_verified", true,
                        "roles", "ADMINISTRATOR",
                        "groups", "administrators"));

        assertThat(signedIn(session)).isEqualTo(user);
        assertThat(users.user(user).administrator()).isFalse();
        assertThat(users.user(user).roles()).isEmpty();
    }

    @Test
    void anUnverifiedAddressOpensNothing() throws Exception {
        user("claimed");
        refused(ISSUER.address(), person("claimed@example.org", false));
        refused(ISSUER.address(), Map.of("email", "claimed@example.org"));
        refused(ISSUER.address(), Map.of());
    }

    @Test
    void anotherIssuersTokenOpensNothing() throws Exception {
        user("other");
        refused("https://evil.example.org", person("other@example.org", true));
    }

    @Test
    void anAnswerToSomebodyElsesQuestionOpensNothing() throws Exception {
        user("nonce");
        MockHttpSession session = new MockHttpSession();
        var asked = ask(session);
        String code = ISSUER.signIn("not the nonce", ISSUER.address(), person("nonce@example.org", true));
        assertThat(land(session, code, asked.get("state"))).isEqualTo("/login?oidc");
        assertThat(land(session, code, "not the state")).isEqualTo("/login?oidc");
    }

    @Test
    void whoIsSwitchedOffStaysOut() throws Exception {
        UserId gone = user("gone");
        users.activate(gone, false);
        refused(ISSUER.address(), person("gone@example.org", true));
    }

    @Test
    void whoNobodyHasInvitedIsRefusedAndNotCreated() throws Exception {
        refused(ISSUER.address(), person("stranger@example.org", true));
        assertThat(users.list()).noneMatch(row -> row.email().equals("stranger@example.org"));
    }

    @Test
    void whoHasASecondFactorHereIsAskedForIt() throws Exception {
        UserId careful = user("careful");
        jdbc.sql("update app_user set totp_secret = 'x' where id = ?")
                .param(careful.value())
                .update();
        MockHttpSession session = new MockHttpSession();
        assertThat(comeBack(session, ISSUER.address(), person("careful@example.org", true)))
                .isEqualTo("/login?code");
        assertThat(session.getAttribute(HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY))
                .isNull();
    }

    private UserId user(String name) {
        return users.create(
                new NewUser(name + "@example.org", "User " + ++count, "correct horse battery", "en", false));
    }

    private static Map<String, Object> person(String email, boolean verified) {
        return Map.of("email", email, "email_verified", verified, "name", "Somebody");
    }

    private void refused(String issuer, Map<String, Object> person) throws Exception {
        MockHttpSession session = new MockHttpSession();
        assertThat(comeBack(session, issuer, person)).isEqualTo("/login?oidc");
        assertThat(session.getAttribute(HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY))
                .isNull();
    }

    private String comeBack(MockHttpSession session, String issuer, Map<String, Object> person) throws Exception {
        var asked = ask(session);
        return land(
                session, ISSUER.signIn(Objects.requireNonNull(asked.get("nonce")), issuer, person), asked.get("state"));
    }

    /** What the portal asks the issuer. */
    private Map<String, String> ask(MockHttpSession session) throws Exception {
        String there = web.perform(get("/oauth2/authorization/oidc").session(session))
                .andReturn()
                .getResponse()
                .getRedirectedUrl();
        assertThat(there).startsWith(ISSUER.address() + "/authorize");
        return UriComponentsBuilder.fromUriString(Objects.requireNonNull(there))
                .build()
                .getQueryParams()
                .toSingleValueMap();
    }

    private String land(MockHttpSession session, String code, @Nullable String state) throws Exception {
        return Objects.requireNonNull(web.perform(get("/login/oauth2/code/oidc")
                        .session(session)
                        .param("code", code)
                        .param("state", URLDecoder.decode(Objects.requireNonNull(state), StandardCharsets.UTF_8)))
                .andReturn()
                .getResponse()
                .getRedirectedUrl());
    }

    private static UserId signedIn(MockHttpSession session) {
        var known = (SecurityContext)
                session.getAttribute(HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY);
        var principal = (SignedInUser)
                Objects.requireNonNull(Objects.requireNonNull(known).getAuthentication())
                        .getPrincipal();
        return Objects.requireNonNull(principal).id();
    }
}
