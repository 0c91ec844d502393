package org.packhaus.security;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.packhaus.audit.Audit;
import org.packhaus.audit.Subject;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What a signed-in user may change about themselves, and about nobody else. */
@Service
@Transactional
public class MyAccount {
    private final CurrentUser current;
    private final UserService users;
    private final SecondFactor secondFactor;
    private final PasswordEncoder passwords;
    private final Audit audit;
    private final Clock clock;

    MyAccount(
            CurrentUser current,
            UserService users,
            SecondFactor secondFactor,
            PasswordEncoder passwords,
            Audit audit,
            Clock clock) {
        this.current = current;
        this.users = users;
        this.secondFactor = secondFactor;
        this.passwords = passwords;
        this.audit = audit;
        this.clock = clock;
    }

    /** How many recovery codes are left. */
    @Transactional(readOnly = true)
    public int recoveryCodesLeft() {
        return me().recoveryCodes().size();
    }

    /** All other sessions of this user end; the one that asks goes on. */
    public void changePassword(String old, String wanted) {
        User me = me();
        demandPassword(me, old);
        users.changePassword(me.id(), wanted);
        CurrentUser.principal().goOn(me);
    }

    /** A secret for an authenticator app. Nothing is kept until {@link #confirmSecondFactor}. */
    public NewSecondFactor proposeSecondFactor() {
        String secret = Base32.encode(Totp.newSecret());
        String account = URLEncoder.encode(me().email(), StandardCharsets.UTF_8);
        return new NewSecondFactor(
                secret, "otpauth://totp/Packhaus:" + account + "?secret=" + secret + "&issuer=Packhaus");
    }

    /**
     * From now on the app's codes are asked for at the sign-in.
     *
     * @param code of the app, which proves that it knows the secret
     * @return recovery codes, shown this once
     */
    public List<String> confirmSecondFactor(NewSecondFactor proposed, String code) {
        User me = me();
        OptionalLong step = SecondFactor.proof(proposed.secret(), code, clock.instant());
        if (step.isEmpty()) {
            throw new UserException(
                    "user-code-wrong",
                    "This is not the code the app shows now. Wait for the next one; if it is wrong again, set the telephone’s clock to"
                            + " automatic.");
        }
        secondFactor.begin(me, proposed.secret(), step.getAsLong());
        record("user.second-factor.on", me);
        return SecondFactor.newRecoveryCodes(me);
    }

    public List<String> newRecoveryCodes(String password) {
        User me = me();
        demandPassword(me, password);
        if (!me.secondFactor()) {
            throw new UserException("user-no-second-factor", "Set up the second factor first.");
        }
        record("user.recovery-codes", me);
        return SecondFactor.newRecoveryCodes(me);
    }

    public void endSecondFactor(String password) {
        User me = me();
        demandPassword(me, password);
        me.secondFactor(null, 0);
        record("user.second-factor.off", me);
    }

    /** Before something that a stranger at an open screen should not do. */
    void demandPassword(String password) {
        demandPassword(me(), password);
    }

    private void demandPassword(User me, String password) {
        if (!passwords.matches(password, me.passwordHash())) {
            throw new UserException("user-password-wrong", "This is not your present password.");
        }
    }

    private void record(String action, User me) {
        audit.record(action, new Subject("user", me.id().value()), Map.of());
    }

    private User me() {
        return users.find(current.profile().id());
    }
}
