package org.packhaus.plugin.dhl;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.packhaus.sdk.Address;
import org.packhaus.sdk.BookingRequest;
import org.packhaus.sdk.Calls;
import org.packhaus.sdk.CountryCode;
import org.packhaus.sdk.InvalidSettings;
import org.packhaus.sdk.LabelPaper;
import org.packhaus.sdk.Parcel;
import org.packhaus.sdk.PluginException;
import org.packhaus.sdk.Weight;

/**
 * Tries the settings: signs in, and lets DHL examine ({@code validate=true}: no label, no cost) a parcel to DHL's own house,
 * or to Austria's post, for each billing number there is.
 */
record DryRun(DhlApi api, Clock clock) {
    private static final Address POST_TOWER = Address.to("Deutsche Post DHL")
            .street("Sträßchensweg", "10")
            .city("53113", "Bonn")
            .build();
    private static final Address ABROAD = Address.to("")
            .company("Österreichische Post AG")
            .street("Rochusplatz", "1")
            .city("1030", "Wien")
            .country(new CountryCode("AT"))
            .build();

    String of(DhlSettings settings) throws PluginException {
        List<String> fine = new ArrayList<>();
        for (DhlProduct product : DhlProduct.values()) {
            if (product.billingNumber(settings).isPresent()) {
                examine(product, settings);
                fine.add(product.product().name());
            }
        }
        if (fine.isEmpty()) {
            throw new InvalidSettings(
                    "billing-number-missing",
                    "Enter at least one billing number. They are in the DHL business customer portal under Contract data.",
                    "billingNumberPaket");
        }
        boolean returns = settings.billingNumberReturn().isPresent();
        return "Signed in as " + settings.user() + ". Ready: " + String.join(", ", fine)
                + (returns ? ", with return numbers." : ", without return numbers.");
    }

    private void examine(DhlProduct product, DhlSettings settings) throws PluginException {
        LocalDate today = clock.instant().atZone(DhlTracking.GERMANY).toLocalDate();
        var request = new BookingRequest(
                "PACKHAUS-CHECK",
                product.name(),
                new Parcel(Weight.grams(500), Optional.empty(), List.of()),
                POST_TOWER,
                product.isDomestic() ? POST_TOWER : ABROAD,
                POST_TOWER,
                today,
                product.mayBringReturnLabel() && settings.billingNumberReturn().isPresent(),
                List.of(),
                LabelPaper.PDF_103_X_199,
                "CHECK");
        Order order = Order.of(request, settings);
        Calls.Answer answer = api.ask(settings, "/orders" + order.query() + "&validate=true", order.body());
        if (!answer.isSuccess()) {
            DhlErrors errors = DhlApi.errors(answer);
            // About the address it may complain: it is ours, not the seller's.
            if (!errors.isAddressNotFound()) {
                throw new InvalidSettings(
                        "billing-number-refused",
                        "DHL would sell no " + product.product().name() + " to this account: " + errors,
                        product.billingComponent());
            }
        }
    }
}
