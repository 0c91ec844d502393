package org.packhaus.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.packhaus.database.DatabaseTest;
import org.packhaus.seller.Mark;
import org.packhaus.seller.NewSeller;
import org.packhaus.seller.SellerId;
import org.packhaus.seller.SellerService;
import org.packhaus.seller.SenderAddress;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;

@DatabaseTest
class SellerMembersTest {
    private static int count;

    @Autowired
    SellerMembers members;

    @Autowired
    UserAdministration administration;

    @Autowired
    UserService users;

    @Autowired
    SellerService sellers;

    @Autowired
    Accounts accounts;

    private SellerId mine;
    private SellerId foreign;
    private UserId manager;

    @BeforeEach
    void twoSellers() {
        mine = seller("Meiner");
        foreign = seller("Fremd");
        manager = user();
        users.giveRole(manager, mine, Role.MANAGER);
        users.giveRole(manager, foreign, Role.VIEWER);
        signIn(manager);
    }

    @AfterEach
    void signOut() {
        SecurityContextHolder.clearContext();
    }

    @Test
    void aManagerInvitesColleaguesForTheirOwnSeller() {
        String email = "invited" + ++count + "@example.org";
        OneTimeLink link = members.invite(
                new Invitation(email, "New", "de", false), Map.of(mine, Set.of(Role.SHIPPER, Role.PACKER)));

        UserRow row = users.user(link.user());
        assertThat(row.roles()).isEqualTo(Map.of(mine, Set.of(Role.SHIPPER, Role.PACKER)));
        assertThat(row.administrator()).isFalse();
        assertThat(members.list()).extracting(UserRow::id).contains(link.user());
    }

    @Test
    void aManagerChangesRolesUpToTheirOwn() {
        UserId colleague = user();
        users.giveRole(colleague, mine, Role.VIEWER);
        members.setRoles(colleague, mine, Set.of(Role.MANAGER));
        assertThat(users.user(colleague).roles().get(mine)).containsExactly(Role.MANAGER);
        members.setRoles(colleague, mine, Set.of());
        assertThat(users.user(colleague).roles()).isEmpty();
    }

    @Test
    void nobodyGivesOrTakesARoleAboveTheirOwn() {
        UserId colleague = user();
        users.giveRole(colleague, mine, Role.ADMINISTRATOR);
        refused("role-too-high", () -> members.setRoles(colleague, mine, Set.of(Role.VIEWER)));
        UserId other = user();
        users.giveRole(other, mine, Role.VIEWER);
        refused("role-too-high", () -> members.setRoles(other, mine, Set.of(Role.ADMINISTRATOR)));
        refused(
                "role-too-high",
                () -> members.invite(
                        new Invitation("up@example.org", "Up", "en", false), Map.of(mine, Set.of(Role.ADMINISTRATOR))));
        assertThat(users.list()).noneMatch(row -> row.email().equals("up@example.org"));
    }

    @Test
    void nobodyChangesTheirOwnRoles() {
        refused("user-self", () -> members.setRoles(manager, mine, Set.of(Role.VIEWER)));
    }

    @Test
    void whatIsAnotherSellersIsRefusedAndNotShown() {
        UserId stranger = user();
        users.giveRole(stranger, foreign, Role.SHIPPER);
        UserId both = user();
        users.giveRole(both, mine, Role.PACKER);
        users.giveRole(both, foreign, Role.SHIPPER);

        assertThat(members.list()).extracting(UserRow::id).contains(both).doesNotContain(stranger);
        assertThat(members.list())
                .filteredOn(row -> row.id().equals(both))
                .allSatisfy(row -> assertThat(row.roles()).containsOnlyKeys(mine));
        denied(() -> members.setRoles(both, foreign, Set.of(Role.VIEWER)));
        denied(() -> members.invite(
                new Invitation("x@example.org", "X", "en", false), Map.of(foreign, Set.of(Role.VIEWER))));
        refused("user-unknown", () -> members.setRoles(stranger, mine, Set.of(Role.VIEWER)));
        assertThat(users.user(both).roles().get(foreign)).containsExactly(Role.SHIPPER);
    }

    @Test
    void aManagerMakesNoAdministratorAndTouchesNoAccount() {
        UserId colleague = user();
        users.giveRole(colleague, mine, Role.VIEWER);
        denied(() -> members.invite(
                new Invitation("root@example.org", "Root", "en", true), Map.of(mine, Set.of(Role.VIEWER))));
        denied(() -> administration.makeAdministrator(manager, true));
        denied(() -> administration.reset(colleague, false));
        denied(() -> administration.disable(colleague));
        denied(() -> administration.setRoles(manager, foreign, Set.of(Role.MANAGER)));
        denied(administration::list);
    }

    @Test
    void administratorsOfTheInstallAreNotAManagersToChange() {
        UserId root = users.create(
                new NewUser("root" + ++count + "@example.org", "Root", "correct horse battery", "en", true));
        users.giveRole(root, mine, Role.VIEWER);
        assertThat(members.list()).extracting(UserRow::id).doesNotContain(root);
        refused("user-unknown", () -> members.setRoles(root, mine, Set.of()));
    }

    @Test
    void anInviteWithoutARoleIsRefused() {
        refused(
                "member-without-role",
                () -> members.invite(new Invitation("no@example.org", "No", "en", false), Map.of(mine, Set.of())));
    }

    @Test
    void whoManagesNothingLooksAfterNobody() {
        UserId shipper = user();
        users.giveRole(shipper, mine, Role.SHIPPER);
        signIn(shipper);
        assertThat(members.sellers()).isEmpty();
        denied(members::list);
        denied(() -> members.setRoles(manager, mine, Set.of()));
        denied(() -> members.offered(mine));
    }

    @Test
    void aManagerWhoIsOneNoMoreIsRefusedAtOnce() {
        UserId colleague = user();
        users.giveRole(colleague, mine, Role.VIEWER);
        users.takeRole(manager, mine, Role.MANAGER);
        denied(() -> members.setRoles(colleague, mine, Set.of(Role.SHIPPER)));
    }

    private static void refused(String code, ThrowingCallable deed) {
        assertThatThrownBy(deed)
                .isInstanceOfSatisfying(
                        UserException.class, e -> assertThat(e.code()).isEqualTo(code));
    }

    private static void denied(ThrowingCallable deed) {
        assertThatThrownBy(deed).isInstanceOf(AccessDeniedException.class);
    }

    private SellerId seller(String name) {
        return sellers.create(new NewSeller(name + ++count, new Mark("M", 1), SenderAddress.EMPTY));
    }

    private UserId user() {
        return users.create(new NewUser(
                "member" + ++count + "@example.org", "Member " + count, "correct horse battery", "en", false));
    }

    private void signIn(UserId id) {
        SignedInUser user = accounts.loadUserByUsername(users.user(id).email());
        SecurityContextHolder.getContext()
                .setAuthentication(
                        UsernamePasswordAuthenticationToken.authenticated(user, null, user.getAuthorities()));
    }
}
