package org.packhaus.security;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.packhaus.audit.Audit;
import org.packhaus.audit.Subject;
import org.packhaus.seller.SellerId;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The people of a seller as its manager looks after them: invites, and roles up to the manager's own. What reaches beyond the seller, an
 * account's password, its being switched on, is an administrator's ({@link UserAdministration}): a person may work for others, too.
 */
@Service
@Transactional
public class SellerMembers {
    private final CurrentUser current;
    private final UserService users;
    private final OneTimeLinks links;
    private final Audit audit;

    SellerMembers(CurrentUser current, UserService users, OneTimeLinks links, Audit audit) {
        this.current = current;
        this.users = users;
        this.links = links;
        this.audit = audit;
    }

    /** The sellers whose people the user may look after. */
    @Transactional(readOnly = true)
    public Set<SellerId> sellers() {
        return current.sellers().stream()
                .filter(seller -> current.may(Permission.MANAGE_SELLERS, seller))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Who works for one of these sellers, with their roles there and nowhere else. Administrators of the install are left out. */
    @Transactional(readOnly = true)
    public List<UserRow> list() {
        Set<SellerId> mine = demanded();
        return users.list().stream()
                .filter(row -> !row.administrator())
                .map(row -> row.at(mine))
                .filter(row -> !row.roles().isEmpty())
                .toList();
    }

    /** What the user may give and take at the seller: what they are themselves, and everything below. */
    @Transactional(readOnly = true)
    public Set<Role> offered(SellerId seller) {
        current.demand(Permission.MANAGE_SELLERS, seller);
        Set<Role> mine = current.profile().roles().getOrDefault(seller, Set.of());
        Role highest = current.may(Permission.ADMINISTER)
                ? Role.ADMINISTRATOR
                : mine.stream().min(Role::compareTo).orElse(Role.VIEWER);
        return Arrays.stream(Role.values())
                .filter(role -> role.compareTo(highest) >= 0)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Role.class)));
    }

    /** Creates somebody who works for these sellers, and the link with which they choose their password. */
    public OneTimeLink invite(Invitation wanted, Map<SellerId, Set<Role>> roles) {
        Map<SellerId, Set<Role>> given = new TreeMap<>(roles);
        given.values().removeIf(Set::isEmpty);
        if (given.isEmpty()) {
            throw new UserException("member-without-role", "Give the new colleague at least one role.");
        }
        given.forEach((seller, some) -> demandOffered(seller, some));
        if (wanted.administrator()) {
            throw new AccessDeniedException("access-denied: only an administrator makes administrators");
        }
        UserId id =
                users.create(new NewUser(wanted.email(), wanted.name(), Hashes.random(32), wanted.language(), false));
        given.forEach((seller, some) -> some.forEach(role -> users.giveRole(id, seller, role)));
        OneTimeLink link = links.issue(users.find(id));
        audit.record(
                "user.invite",
                new Subject("user", id.value()),
                Map.of(
                        "email",
                        users.find(id).email(),
                        "expires",
                        link.expires().toString()));
        return link;
    }

    /** Makes these, and no others, a colleague's roles at the seller. */
    public void setRoles(UserId id, SellerId seller, Set<Role> wanted) {
        current.demand(Permission.MANAGE_SELLERS, seller);
        if (current.id().equals(id)) {
            throw new UserException("user-self", "Somebody else who manages this seller can change your roles.");
        }
        UserRow row = list().stream()
                .filter(one -> one.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new UserException("user-unknown", "There is no user " + id + "."));
        Set<Role> now = row.roles().getOrDefault(seller, Set.of());
        Set<Role> given = EnumSet.noneOf(Role.class);
        given.addAll(wanted);
        given.removeAll(now);
        Set<Role> taken = EnumSet.noneOf(Role.class);
        taken.addAll(now);
        taken.removeAll(wanted);
        demandOffered(seller, given);
        demandOffered(seller, taken);
        given.forEach(role -> users.giveRole(id, seller, role));
        taken.forEach(role -> users.takeRole(id, seller, role));
    }

    private void demandOffered(SellerId seller, Set<Role> roles) {
        if (!offered(seller).containsAll(roles)) {
            throw new UserException("role-too-high", "You can give and take roles up to your own.");
        }
    }

    private Set<SellerId> demanded() {
        Set<SellerId> mine = sellers();
        if (mine.isEmpty()) {
            throw new AccessDeniedException("access-denied: this user manages no seller");
        }
        return mine;
    }
}
