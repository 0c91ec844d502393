package org.packhaus.security;

import java.util.Optional;
import org.springframework.security.authentication.AccountStatusUserDetailsChecker;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserRequest;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserService;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.stereotype.Component;

/**
 * Who somebody is here whom another house has signed in: the user with the same e-mail address, if that house has verified it. What they
 * may do is decided here alone; groups and roles in the answer are not looked at.
 */
@Component
class OidcPeople extends OidcUserService {
    private static final int LONGEST_NAME = 120;

    private final OidcSettings settings;
    private final Accounts accounts;
    private final UserService users;

    OidcPeople(OidcSettings settings, Accounts accounts, UserService users) {
        this.settings = settings;
        this.accounts = accounts;
        this.users = users;
    }

    @Override
    public OidcUser loadUser(OidcUserRequest request) {
        OidcUser theirs = super.loadUser(request);
        SignedInUser ours = ours(theirs);
        new AccountStatusUserDetailsChecker().check(ours);
        if (ours.needsCode()) {
            throw new CodeWanted(ours.getUsername());
        }
        return theirs;
    }

    private SignedInUser ours(OidcUser theirs) {
        String email = email(theirs);
        try {
            return accounts.loadUserByUsername(email);
        } catch (UsernameNotFoundException unknown) {
            if (!settings.createUsers()) {
                throw refused("oidc-unknown", "nobody here has this e-mail address");
            }
            String name = Optional.ofNullable(theirs.getFullName()).orElse(email);
            users.create(new NewUser(
                    email, name.substring(0, Math.min(name.length(), LONGEST_NAME)), Hashes.random(32), "en", false));
            return accounts.loadUserByUsername(email);
        }
    }

    static String email(OidcUser theirs) {
        String email = theirs.getEmail();
        if (email == null || !Boolean.TRUE.equals(theirs.getEmailVerified())) {
            throw refused("oidc-unverified", "the issuer has not verified this e-mail address");
        }
        return UserService.normalised(email);
    }

    private static OAuth2AuthenticationException refused(String code, String text) {
        return new OAuth2AuthenticationException(new OAuth2Error(code), text);
    }
}
