package org.packhaus.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.packhaus.database.DatabaseTest;
import org.packhaus.seller.Mark;
import org.packhaus.seller.NewSeller;
import org.packhaus.seller.SellerId;
import org.packhaus.seller.SellerScope;
import org.packhaus.seller.SellerService;
import org.packhaus.seller.SenderAddress;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.config.annotation.authentication.configuration.AuthenticationConfiguration;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;

@DatabaseTest
class SignInTest {
    private static final String PASSWORD = "correct horse battery";

    @Autowired
    UserService users;

    @Autowired
    SellerService sellers;

    @Autowired
    CurrentUser current;

    @Autowired
    AuthenticationConfiguration authentication;

    @AfterEach
    void signOut() {
        SecurityContextHolder.clearContext();
    }

    @Test
    void slowsDownSomebodyWhoGuesses() {
        users.create(new NewUser("Guess@Example.org", "Guess", PASSWORD, "de", false));

        for (int attempt = 0; attempt < 5; attempt++) {
            assertThatThrownBy(() -> signIn("guess@example.org", "wrong")).isInstanceOf(BadCredentialsException.class);
        }
        assertThatThrownBy(() -> signIn("guess@example.org", PASSWORD)).isInstanceOf(LockedException.class);
    }

    @Test
    void letsAUserSeeTheirSellersAndDoWhatTheirRolesAllow() throws Exception {
        SellerId mine = seller("Meiner");
        SellerId packing = seller("Packer");
        SellerId foreign = seller("Fremd");
        UserId user = users.create(new NewUser("ship@example.org", "Shipper", PASSWORD, "de", false));
        users.giveRole(user, mine, Role.SHIPPER);
        users.giveRole(user, packing, Role.PACKER);
        signIn("ship@example.org", PASSWORD);

        assertThat(current.id()).isEqualTo(user);
        assertThat(current.sellers()).containsExactlyInAnyOrder(mine, packing);
        assertThat(current.chosenWith(Permission.SHIP)).containsExactly(mine);
        assertThat(current.may(Permission.ADMINISTER)).isFalse();
        Set<SellerId> scope = current.inScope(SellerScope::current);
        assertThat(scope).containsExactlyInAnyOrder(mine, packing);
        assertThatThrownBy(() -> current.choose(Set.of(foreign))).isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> current.demand(Permission.SHIP, packing)).isInstanceOf(AccessDeniedException.class);

        current.choose(Set.of(packing));
        assertThat(current.chosen()).containsExactly(packing);
        assertThat(current.isAllMine()).isFalse();
        assertThat(current.may(Permission.SHIP)).isFalse();
        assertThatThrownBy(() -> current.inScope(Permission.SHIP, () -> 1)).isInstanceOf(AccessDeniedException.class);

        users.takeRole(user, packing, Role.PACKER);
        assertThat(current.chosen()).containsExactly(mine);

        users.activate(user, false);
        assertThatThrownBy(() -> current.sellers()).isInstanceOf(AccessDeniedException.class);
    }

    @Test
    void letsAnAdministratorSeeEverySeller() {
        SellerId any = seller("Irgendwer");
        users.create(new NewUser("admin@example.org", "Admin", PASSWORD, "de", true));
        signIn("admin@example.org", PASSWORD);

        assertThat(current.sellers()).contains(any);
        assertThat(current.may(Permission.ADMINISTER)).isTrue();
    }

    @Test
    void refusesWeakPasswordsAndSecondAccounts() {
        assertThatThrownBy(() -> users.create(new NewUser("weak@example.org", "Weak", "short", "de", false)))
                .isInstanceOfSatisfying(
                        UserException.class, e -> assertThat(e.code()).isEqualTo("user-password-weak"));
        users.create(new NewUser("twice@example.org", "Twice", PASSWORD, "de", false));
        assertThatThrownBy(() -> users.create(new NewUser("TWICE@example.org ", "Twice", PASSWORD, "de", false)))
                .isInstanceOfSatisfying(
                        UserException.class, e -> assertThat(e.code()).isEqualTo("user-email-taken"));
    }

    private void signIn(String email, String password) {
        try {
            AuthenticationManager manager = authentication.getAuthenticationManager();
            Authentication result =
                    manager.authenticate(UsernamePasswordAuthenticationToken.unauthenticated(email, password));
            SecurityContextHolder.getContext().setAuthentication(result);
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private SellerId seller(String name) {
        return sellers.create(new NewSeller(name, new Mark(name.substring(0, 1), 1), SenderAddress.EMPTY));
    }
}
