package org.packhaus.sandbox.world;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A seller: a partner at OTTO and a business customer of DHL.
 *
 * @param number 1, 2, 3 …; everything else follows from number and name, so a reset brings the same seller back
 * @param key short name for the control API
 * @param returnCarrier the return carrier set in OTTO Partner Connect
 * @param ekp DHL's customer number, the account that is charged
 * @param billingNumbers by product: V01PAK, V62KP, V53WPAK, V54EPAK, V66WPI, V07PAK (returns)
 */
public record Seller(
        int number,
        String key,
        String name,
        String partnerId,
        String clientId,
        String clientSecret,
        String installationId,
        String returnCarrier,
        String ekp,
        String dhlUser,
        String dhlPassword,
        Map<String, String> billingNumbers,
        ShipFrom shipFrom,
        List<Product> products) {

    public Optional<Product> product(String sku) {
        return products.stream().filter(p -> p.sku().equals(sku)).findFirst();
    }

    boolean answersTo(String word) {
        return key.equals(word)
                || name.equals(word)
                || partnerId.equals(word)
                || String.valueOf(number).equals(word);
    }
}
