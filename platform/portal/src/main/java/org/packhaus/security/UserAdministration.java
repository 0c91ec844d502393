package org.packhaus.security;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.packhaus.audit.Audit;
import org.packhaus.audit.Subject;
import org.packhaus.seller.SellerId;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Users as an administrator of the install looks after them. Every question here is refused to anybody else. */
@Service
@Transactional
public class UserAdministration {
    private final CurrentUser current;
    private final UserService users;
    private final UserRepository repository;
    private final OneTimeLinks links;
    private final SecondFactor secondFactor;
    private final PasskeyRepository passkeys;
    private final ApiTokens tokens;
    private final Audit audit;
    private final ApplicationEventPublisher events;

    UserAdministration(
            CurrentUser current,
            UserService users,
            UserRepository repository,
            OneTimeLinks links,
            SecondFactor secondFactor,
            PasskeyRepository passkeys,
            ApiTokens tokens,
            Audit audit,
            ApplicationEventPublisher events) {
        this.current = current;
        this.users = users;
        this.repository = repository;
        this.links = links;
        this.secondFactor = secondFactor;
        this.passkeys = passkeys;
        this.tokens = tokens;
        this.audit = audit;
        this.events = events;
    }

    @Transactional(readOnly = true)
    public List<UserRow> list() {
        current.demand(Permission.ADMINISTER);
        return users.list();
    }

    /** Creates a user with a password nobody knows, and the link with which they choose their own. */
    public OneTimeLink invite(Invitation wanted) {
        current.demand(Permission.ADMINISTER);
        UserId id = users.create(new NewUser(
                wanted.email(), wanted.name(), Hashes.random(32), wanted.language(), wanted.administrator()));
        return link("user.invite", users.find(id));
    }

    /**
     * For somebody who has forgotten their password or lost their telephone: the old password passkeys and API tokens work no more, every
     * session ends.
     *
     * @param secondFactorToo whether the code is not asked for any more, until they set it up again
     */
    public OneTimeLink reset(UserId id, boolean secondFactorToo) {
        current.demand(Permission.ADMINISTER);
        refuseSelf(id, "Change your own password in your profile.");
        User user = users.find(id);
        user.password(users.hash(Hashes.random(32)));
        passkeys.deleteByUserId(id.value());
        tokens.revokeAll(id);
        if (secondFactorToo) {
            user.secondFactor(null, 0);
        }
        events.publishEvent(new SessionsEnded(id));
        return link("user.reset", user);
    }

    private OneTimeLink link(String action, User user) {
        OneTimeLink link = links.issue(user);
        audit.record(
                action,
                new Subject("user", user.id().value()),
                Map.of("email", user.email(), "expires", link.expires().toString()));
        return link;
    }

    /** Makes these, and no others, the user's roles at the seller. */
    public void setRoles(UserId user, SellerId seller, Set<Role> wanted) {
        current.demand(Permission.ADMINISTER);
        Set<Role> now = users.user(user).roles().getOrDefault(seller, EnumSet.noneOf(Role.class));
        wanted.stream().filter(role -> !now.contains(role)).forEach(role -> users.giveRole(user, seller, role));
        now.stream().filter(role -> !wanted.contains(role)).forEach(role -> users.takeRole(user, seller, role));
    }

    /** Gives or takes the mark of an administrator of the whole install. */
    public void makeAdministrator(UserId id, boolean wanted) {
        current.demand(Permission.ADMINISTER);
        User user = users.find(id);
        if (user.administrator() == wanted) {
            return;
        }
        if (!wanted) {
            refuseSelf(id, "Another administrator can take this mark from you; you cannot take it from yourself.");
            refuseLast(user);
        }
        user.makeAdministrator(wanted);
        audit.record(
                wanted ? "user.administrator.give" : "user.administrator.take",
                new Subject("user", id.value()),
                Map.of("email", user.email()));
    }

    /** Lets the user in no more; every session ends at once. */
    public void disable(UserId id) {
        current.demand(Permission.ADMINISTER);
        refuseSelf(id, "You cannot switch yourself off.");
        refuseLast(users.find(id));
        users.activate(id, false);
    }

    public void enable(UserId id) {
        current.demand(Permission.ADMINISTER);
        users.activate(id, true);
    }

    /** Seals the secrets of all second factors with the vault's newest key; says how many. */
    public int sealAgain() {
        current.demand(Permission.ADMINISTER);
        return secondFactor.sealAgain();
    }

    private void refuseSelf(UserId id, String text) {
        if (current.id().equals(id)) {
            throw new UserException("user-self", text);
        }
    }

    private void refuseLast(User user) {
        List<User> administrators = repository.findByAdministratorTrueAndActiveTrue();
        if (administrators.size() == 1 && administrators.getFirst().id().equals(user.id())) {
            throw new UserException(
                    "user-last-administrator",
                    "This is the last administrator. Make somebody else one first, or nobody can look after this install.");
        }
    }
}
