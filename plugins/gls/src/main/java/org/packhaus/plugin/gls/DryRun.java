package org.packhaus.plugin.gls;

import java.util.List;
import org.packhaus.sdk.Calls;
import org.packhaus.sdk.InvalidSettings;
import org.packhaus.sdk.Json;
import org.packhaus.sdk.PluginException;

/**
 * Tries the settings: signs in, and asks which services the contact ID has for a parcel within Germany
 * ({@code POST /rs/shipments/allowedservices}: no label, no cost).
 */
record DryRun(GlsApi api) {
    /** GLS Germany's own house in Neuenstein. */
    private static final String NEUENSTEIN = "36286";

    String of(GlsSettings settings) throws PluginException {
        Json.Builder place = Json.object().put("CountryCode", "DE").put("ZIPCode", NEUENSTEIN);
        Calls.Answer answer = api.ask(
                settings,
                "/allowedservices",
                Json.object()
                        .put("Source", place)
                        .put("Destination", place)
                        .put("ContactID", settings.contactId())
                        .json());
        if (!answer.isSuccess()) {
            throw new InvalidSettings(
                    "account-refused",
                    "GLS would sell no parcel to this contact ID: " + GlsErrors.of(answer)
                            + " GLS tells it together with the access to ShipIT.",
                    "contactId");
        }
        List<Json> allowed = answer.json().at("AllowedServices").list();
        boolean returns = allows(allowed, "shopreturn");
        if (settings.flexDelivery() && !allows(allowed, "flexdelivery")) {
            throw new InvalidSettings(
                    "service-not-in-contract",
                    "GLS does not offer FlexDelivery to this contact ID. Switch it off, or agree on it with GLS.",
                    "flexDelivery");
        }
        return "Signed in with contact ID " + settings.contactId() + ". Ready: " + GlsProduct.PARCEL.name()
                + (returns ? ", with return numbers." : ", without return numbers.");
    }

    private static boolean allows(List<Json> allowed, String service) {
        return allowed.stream()
                .anyMatch(one -> one.at("ServiceName")
                        .textOrEmpty()
                        .toLowerCase(java.util.Locale.ROOT)
                        .contains(service));
    }
}
