package org.packhaus.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.io.Serializable;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;

/**
 * Where a failed step of the sign-in leads: to the field for the code, or back. Who may type a code is remembered in the session, for
 * a few minutes.
 */
final class TwoSteps implements AuthenticationFailureHandler {
    private static final String PENDING = TwoSteps.class.getName();
    private static final Duration TIME_TO_TYPE = Duration.ofMinutes(5);

    private final String page;
    private final Clock clock;

    private record Pending(String email, Instant until) implements Serializable {}

    TwoSteps(String page, Clock clock) {
        this.page = page;
        this.clock = clock;
    }

    @Override
    public void onAuthenticationFailure(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
            throws IOException {
        if (failure instanceof CodeWanted wanted) {
            request.getSession()
                    .setAttribute(
                            PENDING, new Pending(wanted.email(), clock.instant().plus(TIME_TO_TYPE)));
            request.changeSessionId();
            response.sendRedirect(request.getContextPath() + page + "?code");
        } else {
            response.sendRedirect(
                    request.getContextPath() + page + (pending(request).isPresent() ? "?code&error" : "?error"));
        }
    }

    /** Whose password was right a moment ago. */
    Optional<String> pending(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        return Optional.ofNullable(session == null ? null : (Pending) session.getAttribute(PENDING))
                .filter(one -> clock.instant().isBefore(one.until()))
                .map(Pending::email);
    }

    static void forget(@Nullable HttpSession session) {
        if (session != null) {
            session.removeAttribute(PENDING);
        }
    }
}
