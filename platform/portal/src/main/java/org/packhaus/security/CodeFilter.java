package org.packhaus.security;

import com.vaadin.flow.spring.security.VaadinSavedRequestAwareAuthenticationSuccessHandler;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpMethod;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.AbstractAuthenticationProcessingFilter;
import org.springframework.security.web.authentication.session.ChangeSessionIdAuthenticationStrategy;
import org.springframework.security.web.authentication.session.CompositeSessionAuthenticationStrategy;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.csrf.CsrfAuthenticationStrategy;
import org.springframework.security.web.csrf.HttpSessionCsrfTokenRepository;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;

/** Takes the code that is posted after the password. */
final class CodeFilter extends AbstractAuthenticationProcessingFilter {
    private static final int LONGEST = 40;

    private final TwoSteps steps;

    CodeFilter(String path, TwoSteps steps, AuthenticationManager manager) {
        super(PathPatternRequestMatcher.withDefaults().matcher(HttpMethod.POST, path), manager);
        this.steps = steps;
        setSecurityContextRepository(new HttpSessionSecurityContextRepository());
        setSessionAuthenticationStrategy(new CompositeSessionAuthenticationStrategy(List.of(
                new ChangeSessionIdAuthenticationStrategy(),
                new CsrfAuthenticationStrategy(new HttpSessionCsrfTokenRepository()))));
        var home = new VaadinSavedRequestAwareAuthenticationSuccessHandler();
        setAuthenticationSuccessHandler((request, response, signedIn) -> {
            TwoSteps.forget(request.getSession(false));
            home.onAuthenticationSuccess(request, response, signedIn);
        });
        setAuthenticationFailureHandler(steps);
    }

    @Override
    public Authentication attemptAuthentication(HttpServletRequest request, HttpServletResponse response) {
        String email = steps.pending(request)
                .orElseThrow(() -> new BadCredentialsException("no password was typed before this code"));
        String code = Optional.ofNullable(request.getParameter("code")).orElse("");
        CodeEntered entered = new CodeEntered(email, code.substring(0, Math.min(code.length(), LONGEST)));
        entered.setDetails(authenticationDetailsSource.buildDetails(request));
        return getAuthenticationManager().authenticate(entered);
    }
}
