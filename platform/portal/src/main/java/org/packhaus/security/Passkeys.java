package org.packhaus.security;

import java.util.List;
import java.util.Map;
import org.packhaus.audit.Audit;
import org.packhaus.audit.Subject;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The passkeys of the signed-in user, and of nobody else. */
@Service
@Transactional
public class Passkeys {
    private static final int LONGEST_NAME = 60;

    private final CurrentUser current;
    private final MyAccount account;
    private final PasskeyRepository passkeys;
    private final RelyingParty party;
    private final Audit audit;

    Passkeys(CurrentUser current, MyAccount account, PasskeyRepository passkeys, RelyingParty party, Audit audit) {
        this.current = current;
        this.account = account;
        this.passkeys = passkeys;
        this.party = party;
        this.audit = audit;
    }

    @Transactional(readOnly = true)
    public List<PasskeyRow> mine() {
        return passkeys.findByUserIdOrderByCreatedAt(me().value()).stream()
                .map(Passkey::row)
                .toList();
    }

    /** @param password once more: whoever comes by an open screen must not leave with a key to the account */
    public PasskeyOffer propose(String password) {
        account.demandPassword(password);
        var options = party.offer(RelyingParty.signedIn());
        return new PasskeyOffer(options, party.json(options));
    }

    /** @param answer what {@code PublicKeyCredential.toJSON()} says */
    public void keep(PasskeyOffer offer, String answer, String name) {
        UserId me = me();
        try {
            party.register(offer.options(), answer, named(name));
        } catch (BadCredentialsException e) {
            throw new UserException(
                    "passkey-refused",
                    "The browser’s answer does not fit this portal’s address. See packhaus.address.");
        }
        record("user.passkey.add", me, named(name));
    }

    public void rename(long id, String name) {
        find(id).rename(named(name));
    }

    public void remove(long id) {
        Passkey passkey = find(id);
        passkeys.delete(passkey);
        record("user.passkey.remove", me(), passkey.name());
    }

    private static String named(String name) {
        String plain = name.strip();
        if (plain.isEmpty() || plain.length() > LONGEST_NAME) {
            throw new UserException("passkey-name", "A passkey has a name of at most " + LONGEST_NAME + " characters.");
        }
        return plain;
    }

    private Passkey find(long id) {
        return passkeys.findByIdAndUserId(id, me().value())
                .orElseThrow(() -> new UserException("passkey-unknown", "There is no such passkey of yours."));
    }

    private UserId me() {
        return current.profile().id();
    }

    private void record(String action, UserId me, String name) {
        audit.record(action, new Subject("user", me.value()), Map.of("name", name));
    }
}
