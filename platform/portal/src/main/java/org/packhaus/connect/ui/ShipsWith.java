package org.packhaus.connect.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.select.Select;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.packhaus.connect.Account;
import org.packhaus.sdk.CarrierProduct;
import org.packhaus.seller.ConnectionId;
import org.packhaus.seller.SellerDetails;
import org.packhaus.shell.Texts;

/** The carrier and product that a seller's parcels leave with where no shipping rule says otherwise: one depends on the other. */
final class ShipsWith {
    private final SellerDetails details;
    private final Map<Account, List<CarrierProduct>> carriers;
    private final Select<Account> carrier = new Select<>();
    private final Select<CarrierProduct> product = new Select<>();

    ShipsWith(SellerDetails details, Map<Account, List<CarrierProduct>> carriers) {
        this.details = details;
        this.carriers = carriers;
        var language = UI.getCurrent().getLocale();
        carrier.setLabel(Texts.of(language, "seller.carrier"));
        carrier.setItems(List.copyOf(carriers.keySet()));
        carrier.setItemLabelGenerator(one -> one == null ? "–" : one.row().name());
        carrier.setEmptySelectionAllowed(true);
        carrier.setEmptySelectionCaption("–");
        carrier.setHelperText(Texts.of(language, "seller.carrier.help"));
        product.setLabel(Texts.of(language, "seller.product"));
        product.setItemLabelGenerator(one -> one == null ? "–" : one.name());
        carrier.addValueChangeListener(change -> offer());
        carriers.keySet().stream()
                .filter(one -> one.row().id().equals(details.carrier()))
                .findFirst()
                .ifPresent(carrier::setValue);
        offer();
        product.getListDataView()
                .getItems()
                .filter(one -> one.id().equals(details.carrierProduct()))
                .findFirst()
                .ifPresent(product::setValue);
    }

    /** Where nothing is chosen yet, the first one is. */
    ShipsWith orFirst() {
        if (carrier.isEmpty()) {
            carriers.keySet().stream().findFirst().ifPresent(carrier::setValue);
        }
        return this;
    }

    private void offer() {
        List<CarrierProduct> sold =
                carrier.getValue() == null ? List.of() : carriers.getOrDefault(carrier.getValue(), List.of());
        product.setItems(sold);
        product.setEnabled(!sold.isEmpty());
        if (!sold.isEmpty()) {
            product.setValue(sold.getFirst());
        }
    }

    Select<Account> carrier() {
        return carrier;
    }

    Select<CarrierProduct> product() {
        return product;
    }

    @Nullable
    ConnectionId connection() {
        return carrier.getValue() == null ? null : carrier.getValue().row().id();
    }

    /** What cannot be offered while a plugin is missing stays as it is. */
    @Nullable
    String productId() {
        if (product.getValue() != null) {
            return product.getValue().id();
        }
        return Objects.equals(connection(), details.carrier()) ? details.carrierProduct() : null;
    }
}
