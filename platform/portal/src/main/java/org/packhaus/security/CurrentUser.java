package org.packhaus.security;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.packhaus.seller.SellerDirectory;
import org.packhaus.seller.SellerId;
import org.packhaus.seller.SellerScope;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who is signed in, which sellers they see, and what they may do. Works in a request and in {@code UI.access}, where Vaadin carries the
 * security context over; in a job nobody is signed in. Rights are read from the database at every question, so that a role taken away
 * is gone at once; a question costs one or two small reads.
 */
@Component("currentUser")
public class CurrentUser {
    private final UserRepository users;
    private final Memberships memberships;
    private final SellerDirectory directory;

    CurrentUser(UserRepository users, Memberships memberships, SellerDirectory directory) {
        this.users = users;
        this.memberships = memberships;
        this.directory = directory;
    }

    public boolean isSignedIn() {
        return Accounts.current().isPresent();
    }

    public UserId id() {
        return principal().id();
    }

    /** The user's own data. */
    @Transactional(readOnly = true)
    public UserRow profile() {
        User user = user();
        return UserRow.of(user, memberships.of(user.id()));
    }

    /** Every seller this user may look at. */
    public Set<SellerId> sellers() {
        return sellersWhere(role -> true);
    }

    /** The sellers in view: the chosen ones that are still theirs, or all of them. */
    public Set<SellerId> chosen() {
        return narrowed(sellers());
    }

    /** A choice of which nothing is left, because roles were taken away, counts as none. */
    private Set<SellerId> narrowed(Set<SellerId> allowed) {
        Set<SellerId> chosen = sellers().stream()
                .filter(seller -> principal().chosen().contains(seller.value()))
                .collect(Collectors.toCollection(TreeSet::new));
        if (chosen.isEmpty()) {
            return allowed;
        }
        chosen.retainAll(allowed);
        return chosen;
    }

    public boolean isAllMine() {
        return chosen().equals(sellers());
    }

    /** Looks at these sellers from now on, for as long as the session lives; none means all. */
    public void choose(Set<SellerId> wanted) {
        if (!sellers().containsAll(wanted)) {
            throw new AccessDeniedException(
                    "access-denied: not every one of the sellers " + wanted + " is this user's");
        }
        principal().choose(wanted.stream().map(SellerId::value).collect(Collectors.toUnmodifiableSet()));
    }

    /** Whether the user may do this for at least one seller in view. Decides what is shown. */
    public boolean may(Permission permission) {
        return permission == Permission.ADMINISTER
                ? user().administrator()
                : !chosenWith(permission).isEmpty();
    }

    /** For {@code @PreAuthorize("@currentUser.may('SHIP')")}. */
    public boolean may(String permission) {
        return may(Permission.valueOf(permission));
    }

    public boolean may(Permission permission, SellerId seller) {
        return permission == Permission.ADMINISTER
                ? user().administrator()
                : sellersWhere(role -> role.allows(permission)).contains(seller);
    }

    /** The sellers in view for whom the user may do this. */
    public Set<SellerId> chosenWith(Permission permission) {
        return narrowed(sellersWhere(role -> role.allows(permission)));
    }

    public void demand(Permission permission) {
        if (!may(permission)) {
            throw new AccessDeniedException("access-denied: this user may not " + permission);
        }
    }

    public void demand(Permission permission, SellerId seller) {
        if (!may(permission, seller)) {
            throw new AccessDeniedException("access-denied: this user may not " + permission + " for seller " + seller);
        }
    }

    /** Runs the work with the sellers in view. */
    public <T> T inScope(Callable<T> work) {
        return call(chosen(), work);
    }

    public void runInScope(Runnable work) {
        SellerScope.run(chosen(), work);
    }

    /** Runs the work with those sellers in view for whom the user may do this; refuses if there is none. */
    public <T> T inScope(Permission permission, Callable<T> work) {
        demand(permission);
        return call(chosenWith(permission), work);
    }

    /** Runs the work with one seller in view, chosen or not: for a link that leads to one order. */
    public <T> T inScopeOf(SellerId seller, Permission permission, Callable<T> work) {
        demand(permission, seller);
        return call(Set.of(seller), work);
    }

    /** Runs the work with every seller the user may see: for a link that names no seller. */
    public <T> T inFullScope(Callable<T> work) {
        return call(sellers(), work);
    }

    private static <T> T call(Set<SellerId> sellers, Callable<T> work) {
        try {
            return SellerScope.call(sellers, work);
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private Set<SellerId> sellersWhere(Predicate<Role> role) {
        User user = user();
        if (user.administrator()) {
            return directory.all();
        }
        return memberships.of(user.id()).entrySet().stream()
                .filter(membership -> membership.getValue().stream().anyMatch(role))
                .map(Map.Entry::getKey)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private User user() {
        SignedInUser principal = principal();
        return users.findById(principal.id().value())
                .filter(principal::isStillGoodFor)
                .orElseThrow(
                        () -> new AccessDeniedException(
                                "access-denied: this session is over, because the user was deactivated or the password has changed"));
    }

    static SignedInUser principal() {
        return Accounts.current().orElseThrow(() -> new AccessDeniedException("access-denied: nobody is signed in"));
    }
}
