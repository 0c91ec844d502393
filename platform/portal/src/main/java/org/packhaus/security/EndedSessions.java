package org.packhaus.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Throws away the session of a user who was switched off or whose password has changed, at its next request, on whatever node. The
 * database is asked every time: a session that goes on for the life of a cache would not have ended at once.
 */
final class EndedSessions extends OncePerRequestFilter {
    private final UserRepository users;

    EndedSessions(UserRepository users) {
        this.users = users;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (Accounts.current().filter(this::isOver).isPresent()) {
            SecurityContextHolder.clearContext();
            HttpSession session = request.getSession(false);
            if (session != null) {
                session.invalidate();
            }
        }
        chain.doFilter(request, response);
    }

    private boolean isOver(SignedInUser user) {
        return users.findById(user.id().value()).filter(user::isStillGoodFor).isEmpty();
    }
}
