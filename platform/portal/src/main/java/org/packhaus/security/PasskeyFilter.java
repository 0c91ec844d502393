package org.packhaus.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpMethod;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.AbstractAuthenticationProcessingFilter;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;
import org.springframework.security.web.authentication.SimpleUrlAuthenticationFailureHandler;
import org.springframework.security.web.authentication.session.ChangeSessionIdAuthenticationStrategy;
import org.springframework.security.web.authentication.session.CompositeSessionAuthenticationStrategy;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.csrf.CsrfAuthenticationStrategy;
import org.springframework.security.web.csrf.HttpSessionCsrfTokenRepository;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;

/** Takes what a passkey has answered. */
final class PasskeyFilter extends AbstractAuthenticationProcessingFilter {
    private static final int LONGEST = 20_000;

    private final PasskeyDoor door;

    PasskeyFilter(
            String path,
            String page,
            PasskeyDoor door,
            AuthenticationManager manager,
            AuthenticationSuccessHandler home) {
        super(PathPatternRequestMatcher.withDefaults().matcher(HttpMethod.POST, path), manager);
        this.door = door;
        setSecurityContextRepository(new HttpSessionSecurityContextRepository());
        setSessionAuthenticationStrategy(new CompositeSessionAuthenticationStrategy(List.of(
                new ChangeSessionIdAuthenticationStrategy(),
                new CsrfAuthenticationStrategy(new HttpSessionCsrfTokenRepository()))));
        setAuthenticationSuccessHandler((request, response, signedIn) -> {
            TwoSteps.forget(request.getSession(false));
            home.onAuthenticationSuccess(request, response, signedIn);
        });
        setAuthenticationFailureHandler(new SimpleUrlAuthenticationFailureHandler(page + "?passkey"));
    }

    @Override
    public Authentication attemptAuthentication(HttpServletRequest request, HttpServletResponse response) {
        var asked = door.takeAsked(request, response)
                .orElseThrow(() -> new BadCredentialsException("no passkey was asked for"));
        String answer = Optional.ofNullable(request.getParameter("answer")).orElse("");
        PasskeyShown shown = new PasskeyShown(asked, answer.length() > LONGEST ? "" : answer);
        shown.setDetails(authenticationDetailsSource.buildDetails(request));
        return getAuthenticationManager().authenticate(shown);
    }
}
