package org.packhaus.security;

import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.authentication.dao.DaoAuthenticationProvider;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/**
 * Password, and then the code where the account has a second factor. Between the two nobody is signed in: the password alone opens
 * nothing, not even for a moment.
 */
@Component
class SignInProvider extends DaoAuthenticationProvider {
    private final Accounts accounts;
    private final SecondFactor secondFactor;
    private final AddressLimit addresses;

    SignInProvider(Accounts accounts, PasswordEncoder passwords, SecondFactor secondFactor, AddressLimit addresses) {
        super(accounts);
        this.accounts = accounts;
        this.secondFactor = secondFactor;
        this.addresses = addresses;
        setPasswordEncoder(passwords);
    }

    @Override
    public boolean supports(Class<?> authentication) {
        return CodeEntered.class.isAssignableFrom(authentication) || super.supports(authentication);
    }

    @Override
    public Authentication authenticate(Authentication attempt) {
        if (addresses.isOver(attempt)) {
            throw new LockedException("too many failed sign-ins from this address");
        }
        return attempt instanceof CodeEntered code ? secondStep(code) : super.authenticate(attempt);
    }

    @Override
    protected Authentication createSuccessAuthentication(Object principal, Authentication attempt, UserDetails user) {
        if (user instanceof SignedInUser signedIn && signedIn.needsCode()) {
            throw new CodeWanted(signedIn.getUsername());
        }
        return super.createSuccessAuthentication(principal, attempt, user);
    }

    private Authentication secondStep(CodeEntered entered) {
        SignedInUser user = accounts.loadUserByUsername(entered.getName());
        getPreAuthenticationChecks().check(user);
        if (!secondFactor.accepts(user.id(), entered.getCredentials())) {
            throw new BadCredentialsException("wrong code");
        }
        var signedIn = UsernamePasswordAuthenticationToken.authenticated(user, null, user.getAuthorities());
        signedIn.setDetails(entered.getDetails());
        return signedIn;
    }
}
