package org.packhaus.security;

import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** How the signed-in user wants the portal to look: kept with the account, so it is the same on every browser. Never a buyer's data. */
@Service
public class UserSettings {
    private static final int LONGEST = 2000;

    private final SettingsSql settings;
    private final CurrentUser user;

    UserSettings(SettingsSql settings, CurrentUser user) {
        this.settings = settings;
        this.user = user;
    }

    /** @param name by room and thing: {@code desk.columns} */
    @Transactional(readOnly = true)
    public Optional<String> mine(String name) {
        return settings.read(user.id(), name);
    }

    @Transactional
    public void keep(String name, String value) {
        if (value.length() > LONGEST) {
            throw new IllegalArgumentException("the setting " + name + " is longer than " + LONGEST + " characters");
        }
        settings.write(user.id(), name, value);
    }
}
