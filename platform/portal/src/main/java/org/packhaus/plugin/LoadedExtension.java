package org.packhaus.plugin;

import java.util.List;
import org.packhaus.plugin.settings.SettingsCheck;
import org.packhaus.plugin.settings.SettingsForm;
import org.packhaus.sdk.AfterSalesChannel;
import org.packhaus.sdk.Carrier;
import org.packhaus.sdk.Connectable;
import org.packhaus.sdk.LabelFormat;
import org.packhaus.sdk.SalesChannel;
import org.packhaus.seller.ConnectionRole;

/**
 * One role of one extension object. Lives and dies with its plugin; nobody outside may keep it.
 *
 * @param profile the SDK's record, read once
 */
record LoadedExtension(
        ConnectionRole role, String id, String name, Object profile, Connectable<?> instance, SettingsForm settings) {

    static LoadedExtension of(ConnectionRole role, Connectable<?> instance, SettingsCheck check) {
        SettingsForm settings = new SettingsForm(instance.settingsType(), instance.getClass(), check);
        return switch (role) {
            case CARRIER -> {
                var profile = ((Carrier<?>) instance).profile();
                yield new LoadedExtension(role, profile.id(), profile.name(), profile, instance, settings);
            }
            case SALES_CHANNEL -> {
                var profile = ((SalesChannel<?>) instance).profile();
                yield new LoadedExtension(role, profile.id(), profile.name(), profile, instance, settings);
            }
            case LABEL_FORMAT -> {
                var profile = ((LabelFormat<?>) instance).profile();
                yield new LoadedExtension(role, profile.id(), profile.name(), profile, instance, settings);
            }
            case AFTER_SALES -> {
                var profile = ((AfterSalesChannel<?>) instance).profile();
                yield new LoadedExtension(role, profile.id(), profile.name(), profile, instance, settings);
            }
        };
    }

    List<String> abilities() {
        return Role.abilities(instance.getClass());
    }
}
