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
 * nothing, not even for a moment. Or a passkey, which is both at once. Whoever is switched off or locked gets in by none of them.
 */
@Component
class SignInProvider extends DaoAuthenticationProvider {
    private final Accounts accounts;
    private final SecondFactor secondFactor;
    private final RelyingParty party;
    private final AddressLimit addresses;

    SignInProvider(
            Accounts accounts,
            PasswordEncoder passwords,
            SecondFactor secondFactor,
            RelyingParty party,
            AddressLimit addresses) {
        super(accounts);
        this.accounts = accounts;
        this.secondFactor = secondFactor;
        this.party = party;
        this.addresses = addresses;
        setPasswordEncoder(passwords);
    }

    @Override
    public boolean supports(Class<?> authentication) {
        return CodeEntered.class.isAssignableFrom(authentication)
                || PasskeyShown.class.isAssignableFrom(authentication)
                || super.supports(authentication);
    }

    @Override
    public Authentication authenticate(Authentication attempt) {
        if (addresses.isOver(attempt)) {
            throw new LockedException("too many failed sign-ins from this address");
        }
        return switch (attempt) {
            case CodeEntered code -> secondStep(code);
            case PasskeyShown shown -> passkey(shown);
            default -> super.authenticate(attempt);
        };
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
        return signedIn(user, entered);
    }

    private Authentication passkey(PasskeyShown shown) {
        SignedInUser user = accounts.loadUserByUsername(party.owner(shown.asked(), shown.getCredentials()));
        getPreAuthenticationChecks().check(user);
        return signedIn(user, shown);
    }

    private static Authentication signedIn(SignedInUser user, Authentication attempt) {
        var signedIn = UsernamePasswordAuthenticationToken.authenticated(user, null, user.getAuthorities());
        signedIn.setDetails(attempt.getDetails());
        return signedIn;
    }
}
