package org.packhaus.security;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.spring.security.VaadinDefaultRequestCache;
import com.vaadin.flow.spring.security.VaadinSavedRequestAwareAuthenticationSuccessHandler;
import com.vaadin.flow.spring.security.VaadinSecurityConfigurer;
import java.time.Clock;
import java.util.Optional;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.security.config.annotation.authentication.configuration.AuthenticationConfiguration;
import org.springframework.security.config.annotation.method.configuration.EnableMethodSecurity;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer.FrameOptionsConfig;
import org.springframework.security.crypto.factory.PasswordEncoderFactories;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.AnonymousAuthenticationFilter;
import org.springframework.security.web.authentication.UsernamePasswordAuthenticationFilter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;
import org.springframework.security.web.savedrequest.RequestCache;
import org.springframework.util.ClassUtils;

/** Everything is closed but the sign-in page, the health probes and what Vaadin needs to show the page. */
@Configuration(proxyBeanMethods = false)
@EnableMethodSecurity
@EnableConfigurationProperties(OidcSettings.class)
class SecurityConfiguration {
    private static final String SIGN_IN = "/login";
    private static final String PRINT_AGENTS = "/api/print-agent/**";
    private static final String API = "/api/v1/**";
    private static final String HOOKS = "/hooks/**";
    /** By name, because the shell knows this room and not the other way round. */
    private static final String SIGN_IN_VIEW = "org.packhaus.shell.LoginView";

    @Bean
    SecurityFilterChain portalSecurity(
            HttpSecurity http,
            UserRepository users,
            PasskeyDoor passkeys,
            OidcSignIn oidc,
            AuthenticationConfiguration authentication,
            VaadinDefaultRequestCache wanted,
            Clock clock)
            throws Exception {
        // What is named neither here nor by Vaadin is refused.
        http.authorizeHttpRequests(requests -> requests.requestMatchers("/actuator/health/**")
                .permitAll()
                // Agents come with the token of their station, which their controller asks for.
                .requestMatchers(PRINT_AGENTS)
                .permitAll()
                // Programs come with somebody's token, which every call asks for.
                .requestMatchers(API)
                .permitAll()
                // Carriers come with the word in the address they were given.
                .requestMatchers(HOOKS)
                .permitAll()
                .requestMatchers("/documents/**")
                .authenticated());
        http.csrf(csrf -> csrf.ignoringRequestMatchers(PRINT_AGENTS, API, HOOKS));
        // The label and slip files are shown in a frame of our own pages.
        http.headers(headers -> headers.frameOptions(FrameOptionsConfig::sameOrigin));
        // Who has the address knows the token; it must not travel on to other hosts.
        http.headers(headers -> headers.referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.SAME_ORIGIN)));
        wanted.setDelegateRequestCache(pages());
        TwoSteps steps = new TwoSteps(SIGN_IN, clock);
        // Named here, too: a form login without a page of its own brings Spring's, and that may come before ours.
        http.formLogin(form -> form.loginPage(SIGN_IN).failureHandler(steps));
        http.addFilterAfter(
                new CodeFilter(SIGN_IN + "/code", steps, authentication.getAuthenticationManager()),
                UsernamePasswordAuthenticationFilter.class);
        http.addFilterAfter(
                new PasskeyFilter(
                        SIGN_IN + "/passkey",
                        SIGN_IN,
                        passkeys,
                        authentication.getAuthenticationManager(),
                        new VaadinSavedRequestAwareAuthenticationSuccessHandler()),
                UsernamePasswordAuthenticationFilter.class);
        oidc.open(http, SIGN_IN, steps, new VaadinSavedRequestAwareAuthenticationSuccessHandler());
        http.addFilterBefore(new EndedSessions(users), AnonymousAuthenticationFilter.class);
        return http.with(VaadinSecurityConfigurer.vaadin(), SecurityConfiguration::signIn)
                .build();
    }

    /**
     * The sign-in leads back to the page somebody wanted, and not to a picture or style sheet that it asked for meanwhile; by its own
     * address, to which nothing is added. That null adds nothing is said by Spring's guide and not by its annotations.
     */
    @SuppressWarnings("NullAway")
    private static RequestCache pages() {
        HttpSessionRequestCache pages = new HttpSessionRequestCache();
        pages.setMatchingRequestParameterName(null);
        pages.setRequestMatcher(request -> request.getMethod().equals("GET")
                && Optional.ofNullable(request.getHeader(HttpHeaders.ACCEPT))
                        .map(accept -> accept.contains(MediaType.TEXT_HTML_VALUE))
                        .orElse(true));
        return pages;
    }

    private static void signIn(VaadinSecurityConfigurer vaadin) {
        ClassLoader loader = SecurityConfiguration.class.getClassLoader();
        if (ClassUtils.isPresent(SIGN_IN_VIEW, loader)) {
            vaadin.loginView(ClassUtils.resolveClassName(SIGN_IN_VIEW, loader).asSubclass(Component.class));
        } else {
            vaadin.loginView(SIGN_IN);
        }
    }

    @Bean
    PasswordEncoder passwordEncoder() {
        return PasswordEncoderFactories.createDelegatingPasswordEncoder();
    }
}
