package org.packhaus.plugin.hermes;

import java.time.Clock;
import java.time.LocalDate;
import org.packhaus.sdk.Calls;
import org.packhaus.sdk.InvalidSettings;
import org.packhaus.sdk.PluginException;

/** Tries the settings: signs in and lists today's orders, which costs nothing and tells whether the account may order at all. */
record SignIn(HermesApi api, Clock clock) {

    String check(HermesSettings settings) throws PluginException {
        LocalDate today = clock.instant().atZone(HermesTracking.GERMANY).toLocalDate();
        Calls.Answer answer = api.get(
                settings, "/shipmentorders?shipmentOrderStartDate=" + today + "&shipmentOrderEndDate=" + today, "EN");
        HermesErrors errors = HermesErrors.of(answer);
        // More orders than Hermes lists: it looked, so the account is fine.
        if (!answer.isSuccess() && !errors.has("e036")) {
            throw new InvalidSettings(
                    "account-refused",
                    "Hermes knows " + settings.user() + " but does not show its orders (" + errors
                            + "). Ask your contact person at Hermes what this account may do.",
                    "user");
        }
        String client = answer.isSuccess()
                ? answer.json().at("listOfClients").at(0).at("clientID").textOrEmpty()
                : "";
        return "Signed in as " + settings.user() + (client.isEmpty() ? "." : ", client " + client + ".");
    }
}
