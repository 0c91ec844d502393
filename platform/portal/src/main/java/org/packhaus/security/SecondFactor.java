package org.packhaus.security;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import org.packhaus.database.TransactionRetry;
import org.packhaus.vault.SecretPlace;
import org.packhaus.vault.Vault;
import org.springframework.stereotype.Component;

/** Codes of an authenticator app, and the recovery codes for the day the telephone is lost. The app's secret is sealed by the vault. */
@Component
class SecondFactor {
    private static final int RECOVERY_CODES = 8;
    /** 80 bits, sixteen letters. */
    private static final int RECOVERY_BYTES = 10;

    private final UserRepository users;
    private final Vault vault;
    private final TransactionRetry transactions;
    private final Clock clock;

    SecondFactor(UserRepository users, Vault vault, TransactionRetry transactions, Clock clock) {
        this.users = users;
        this.vault = vault;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Uses the code up, if it is one of the app's or a recovery code. */
    boolean accepts(UserId id, String typed) {
        return transactions.callAgainIfStale(() -> users.findById(id.value())
                .map(user -> acceptsAppCode(user, typed) || acceptsRecoveryCode(user, typed))
                .orElse(false));
    }

    private boolean acceptsAppCode(User user, String typed) {
        byte[] sealed = user.totpSecret();
        if (sealed == null) {
            return false;
        }
        byte[] secret = Base32.decode(vault.open(sealed, place(user)));
        OptionalLong step = Totp.matching(secret, typed, clock.instant(), user.totpStep());
        step.ifPresent(used -> user.secondFactor(sealed, used));
        return step.isPresent();
    }

    private static boolean acceptsRecoveryCode(User user, String typed) {
        String hash = Hashes.sha256(plain(typed));
        List<String> left = new ArrayList<>(user.recoveryCodes());
        boolean accepted = left.removeIf(known -> Hashes.same(known, hash));
        if (accepted) {
            user.recoveryCodes(left);
        }
        return accepted;
    }

    /** Whether somebody has got the secret into their app. Until then it is kept nowhere. */
    static OptionalLong proof(String secret, String typed, Instant now) {
        return Totp.matching(Base32.decode(secret), typed, now, 0);
    }

    /** @param step of the code that proved it, which is used up */
    void begin(User user, String secret, long step) {
        user.secondFactor(vault.seal(secret, place(user)), step);
    }

    /** New recovery codes; those given out before work no more. */
    static List<String> newRecoveryCodes(User user) {
        List<String> codes = IntStream.range(0, RECOVERY_CODES)
                .mapToObj(number -> Hashes.random(RECOVERY_BYTES))
                .toList();
        user.recoveryCodes(codes.stream().map(Hashes::sha256).toList());
        return codes.stream()
                .map(code -> String.join("-", code.split("(?<=\\G.{4})")).toLowerCase(Locale.ROOT))
                .toList();
    }

    private static String plain(String typed) {
        return typed.replaceAll("[\\s-]", "").toUpperCase(Locale.ROOT);
    }

    /** After the vault's key was rotated. */
    int sealAgain() {
        return transactions.callAgainIfStale(() -> {
            List<User> all = users.findByTotpSecretIsNotNull();
            for (User user : all) {
                byte[] sealed = user.totpSecret();
                if (sealed != null) {
                    user.secondFactor(vault.seal(vault.open(sealed, place(user)), place(user)), user.totpStep());
                }
            }
            return all.size();
        });
    }

    /** Belongs to no seller. */
    private static SecretPlace place(User user) {
        return new SecretPlace(0, user.id().value(), "user-totp");
    }
}
