package org.packhaus.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClient;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.ClientRegistrations;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizedClientRepository;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;
import org.springframework.stereotype.Component;

/**
 * The way through another house's sign-in, if one is configured. The issuer is asked for its addresses when the first person comes, not at
 * the start: a portal must not stay down because somebody else is.
 */
@Component
class OidcSignIn {
    static final String ID = "oidc";

    private static final Logger log = LoggerFactory.getLogger(OidcSignIn.class);

    private final OidcSettings settings;
    private final OidcPeople people;
    private final Entrance entrance;

    OidcSignIn(OidcSettings settings, OidcPeople people, Entrance entrance) {
        this.settings = settings;
        this.people = people;
        this.entrance = entrance;
    }

    void open(HttpSecurity http, String page, TwoSteps steps, AuthenticationSuccessHandler home) {
        if (!settings.isOn()) {
            return;
        }
        http.oauth2Login(login -> login.loginPage(page)
                .clientRegistrationRepository(new Registrations(settings))
                .authorizedClientRepository(new NothingKept())
                .userInfoEndpoint(userInfo -> userInfo.oidcUserService(people))
                .successHandler((request, response, theirs) -> {
                    if (theirs.getPrincipal() instanceof OidcUser user) {
                        entrance.open(OidcPeople.email(user), request, response);
                    }
                    home.onAuthenticationSuccess(request, response, theirs);
                })
                .failureHandler((request, response, failure) -> {
                    if (failure instanceof CodeWanted) {
                        steps.onAuthenticationFailure(request, response, failure);
                    } else {
                        log.info("Sign-in by {} refused: {}", settings.issuer(), failure.getMessage());
                        response.sendRedirect(request.getContextPath() + page + "?oidc");
                    }
                }));
    }

    private static final class Registrations implements ClientRegistrationRepository {
        private final OidcSettings settings;
        private @Nullable ClientRegistration known;

        Registrations(OidcSettings settings) {
            this.settings = settings;
        }

        @Override
        public synchronized @Nullable ClientRegistration findByRegistrationId(String id) {
            if (!id.equals(ID)) {
                return null;
            }
            ClientRegistration found = known;
            if (found == null) {
                found = ClientRegistrations.fromIssuerLocation(settings.issuer())
                        .registrationId(ID)
                        .clientId(settings.clientId())
                        .clientSecret(settings.clientSecret())
                        .scope("openid", "profile", "email")
                        .userNameAttributeName("sub")
                        .build();
                known = found;
            }
            return found;
        }
    }

    /** We want to know who it is, and nothing from there afterwards. */
    private static final class NothingKept implements OAuth2AuthorizedClientRepository {
        @Override
        public <T extends OAuth2AuthorizedClient> @Nullable T loadAuthorizedClient(
                String registration, Authentication principal, HttpServletRequest request) {
            return null;
        }

        @Override
        public void saveAuthorizedClient(
                OAuth2AuthorizedClient client,
                Authentication principal,
                HttpServletRequest request,
                HttpServletResponse response) {}

        @Override
        public void removeAuthorizedClient(
                String registration,
                Authentication principal,
                HttpServletRequest request,
                HttpServletResponse response) {}
    }
}
