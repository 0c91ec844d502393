package org.packhaus.isolation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.request;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.github.kagkarlsson.scheduler.Scheduler;
import jakarta.persistence.EntityManagerFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.packhaus.database.DatabaseTest;
import org.packhaus.database.EmptyTables;
import org.packhaus.security.ApiTokens;
import org.packhaus.security.NewUser;
import org.packhaus.security.Permission;
import org.packhaus.security.Role;
import org.packhaus.security.TokenWish;
import org.packhaus.security.UserId;
import org.packhaus.security.UserService;
import org.packhaus.seller.Mark;
import org.packhaus.seller.NewSeller;
import org.packhaus.seller.SellerId;
import org.packhaus.seller.SellerService;
import org.packhaus.seller.SenderAddress;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.config.annotation.authentication.configuration.AuthenticationConfiguration;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ValueConstants;
import org.springframework.web.context.WebApplicationContext;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Asks every web endpoint of ours, as a user of one seller, for another seller's things; and all of them without signing in. */
@DatabaseTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EndpointIsolationTest {
    private static final String PASSWORD = "correct horse battery";
    /** Open on purpose: error page and health. */
    private static final Set<String> OPEN = Set.of("/error");

    @Autowired
    WebApplicationContext context;

    @Autowired
    DataSource source;

    @Autowired
    EntityManagerFactory factory;

    @Autowired
    SellerService sellers;

    @Autowired
    UserService users;

    @Autowired
    ApiTokens tokens;

    @Autowired
    Scheduler scheduler;

    @Autowired
    AuthenticationConfiguration authentication;

    private MockMvc web;
    private Authentication me;
    private String token = "";

    /** One way to call one of our handlers; {@code {…}} and parameters stand for ids. */
    record Endpoint(HttpMethod method, String pattern, List<String> parameters) {
        MockHttpServletRequestBuilder with(long id) {
            String number = Long.toString(id);
            // {name:one|other} takes its first word, {name} the id.
            String path =
                    pattern.replaceAll("\\{[^:}]+:([^|}\\\\\\[(]+)[^}]*}", "$1").replaceAll("\\{[^}]*}", number);
            MockHttpServletRequestBuilder request = request(method, path)
                    .contentType(MediaType.APPLICATION_JSON)
                    .content("{}");
            parameters.forEach(parameter -> request.param(parameter, number));
            return request;
        }
    }

    @BeforeAll
    void settleIn() throws Exception {
        scheduler.pause();
        new Canary(source, factory).settleIn(List.of("membership", Unfiltered.TABLE));
        UserId user = users.create(new NewUser("me@example.org", "Me", PASSWORD, "en", false));
        SellerId mine = sellers.create(new NewSeller("mine", new Mark("M", 1), SenderAddress.EMPTY));
        users.giveRole(user, mine, Role.ADMINISTRATOR);
        me = authentication
                .getAuthenticationManager()
                .authenticate(UsernamePasswordAuthenticationToken.unauthenticated("me@example.org", PASSWORD));
        SecurityContextHolder.getContext().setAuthentication(me);
        token = tokens.make(new TokenWish("mine", Set.of(Permission.SEE_ORDERS), Set.of(mine), Duration.ofDays(1)))
                .secret();
        SecurityContextHolder.clearContext();
        web = MockMvcBuilders.webAppContextSetup(context)
                .apply(springSecurity())
                .build();
    }

    @AfterAll
    void moveOut() {
        EmptyTables.empty(source);
        scheduler.resume();
    }

    private List<Endpoint> endpoints() {
        List<Endpoint> endpoints = new ArrayList<>();
        for (RequestMappingHandlerMapping mapping :
                context.getBeansOfType(RequestMappingHandlerMapping.class).values()) {
            mapping.getHandlerMethods().forEach((info, handler) -> {
                if (!handler.getBeanType().getName().startsWith("org.packhaus.")) {
                    return;
                }
                Set<HttpMethod> methods =
                        info.getMethodsCondition().getMethods().isEmpty()
                                ? Set.of(HttpMethod.GET, HttpMethod.POST)
                                : info.getMethodsCondition().getMethods().stream()
                                        .map(RequestMethod::asHttpMethod)
                                        .collect(Collectors.toSet());
                // A parameter with a default is left at it: it is a choice, not an id.
                List<String> parameters = Arrays.stream(handler.getMethodParameters())
                        .filter(parameter -> parameter.hasParameterAnnotation(RequestParam.class))
                        .map(parameter -> parameter.getParameterAnnotation(RequestParam.class))
                        .filter(named -> named != null && named.defaultValue().equals(ValueConstants.DEFAULT_NONE))
                        .map(RequestParam::name)
                        .toList();
                for (String pattern : info.getPatternValues()) {
                    methods.forEach(method -> endpoints.add(new Endpoint(method, pattern, parameters)));
                }
            });
        }
        return endpoints;
    }

    /** The answer to another seller's id is the answer to an id that does not exist. */
    @Test
    void noEndpointGivesAnythingOfAnotherSeller() throws Exception {
        for (Endpoint endpoint : endpoints()) {
            MockHttpServletResponse theirs =
                    answer(endpoint.with(Canary.ID).with(authentication(me)).with(csrf()));
            MockHttpServletResponse nobodys =
                    answer(endpoint.with(880_001).with(authentication(me)).with(csrf()));
            assertThat(theirs.getStatus()).as("%s", endpoint).isEqualTo(nobodys.getStatus());
            assertThat(theirs.getContentAsByteArray())
                    .as("%s", endpoint)
                    .hasSameSizeAs(nobodys.getContentAsByteArray());
            assertThat(theirs.getContentAsString()).as("%s", endpoint).doesNotContain(Canary.WORD);
        }
        assertThat(endpoints()).isNotEmpty();
    }

    /** The same with a token, at every endpoint that takes one: an unknown order, not a forbidden one. */
    @Test
    void noTokenGivesAnythingOfAnotherSeller() throws Exception {
        List<Endpoint> open = endpoints().stream()
                .filter(endpoint -> endpoint.pattern().startsWith("/api/v1/"))
                .toList();
        assertThat(open).hasSizeGreaterThan(3);
        for (Endpoint endpoint : open) {
            MockHttpServletResponse theirs =
                    answer(endpoint.with(Canary.ID).header("Authorization", "Bearer " + token));
            MockHttpServletResponse nobodys = answer(endpoint.with(880_001).header("Authorization", "Bearer " + token));
            assertThat(theirs.getStatus())
                    .as("%s", endpoint)
                    .isEqualTo(nobodys.getStatus())
                    .isIn(200, 404);
            assertThat(theirs.getContentAsByteArray())
                    .as("%s", endpoint)
                    .hasSameSizeAs(nobodys.getContentAsByteArray());
            assertThat(theirs.getContentAsString()).as("%s", endpoint).doesNotContain(Canary.WORD);
        }
    }

    @Test
    void noEndpointAnswersWhoHasNotSignedIn() throws Exception {
        for (Endpoint endpoint : endpoints()) {
            if (!OPEN.contains(endpoint.pattern())) {
                assertThat(answer(endpoint.with(Canary.ID).with(csrf())).getStatus())
                        .as("%s", endpoint)
                        .isBetween(300, 499);
            }
        }
    }

    @Test
    void onlyTheHealthProbesAndTheSignInAreOpen() throws Exception {
        web.perform(get("/orders")).andExpect(redirectedUrl("/login"));
        web.perform(get("/actuator/health/liveness")).andExpect(status().isOk());
        for (String closed : List.of("/actuator", "/actuator/env", "/actuator/beans", "/actuator/heapdump")) {
            assertThat(answer(get(closed)).getStatus()).as(closed).isGreaterThanOrEqualTo(300);
        }
    }

    private MockHttpServletResponse answer(org.springframework.test.web.servlet.RequestBuilder request)
            throws Exception {
        return web.perform(request).andReturn().getResponse();
    }
}
