package org.packhaus.plugin.dhl;

import java.util.ArrayList;
import java.util.List;
import org.packhaus.sdk.BookingRequest;
import org.packhaus.sdk.Commodity;
import org.packhaus.sdk.CustomsDeclaration;
import org.packhaus.sdk.CustomsUnion;
import org.packhaus.sdk.Json;
import org.packhaus.sdk.Money;
import org.packhaus.sdk.Parcel;
import org.packhaus.sdk.Rejected;
import org.packhaus.sdk.Service;

/**
 * What DHL tells customs ({@code CustomsDetails}): Paket International then brings a CN23 as a document of its own, Warenpost
 * International prints a CN22 on the label.
 */
final class Customs {
    private static final int MOST_ITEMS = 99;
    private static final int DESCRIPTION = 256;
    private static final int EXPLANATION = 80;
    private static final int NUMBER = 35;
    private static final int PERMIT = 30;
    private static final int EXPORT_NUMBER = 18;

    private Customs() {}

    /** {@link Json#MISSING} if the parcel passes no customs. */
    static Json of(BookingRequest request, DhlProduct product, DhlSettings settings) throws Rejected {
        if (CustomsUnion.holds(request.to()) || product.isDomestic()) {
            return Json.MISSING;
        }
        List<Parcel.Content> contents = request.parcel().contents();
        complete(request, contents);
        CustomsDeclaration declaration = request.parcel().customs().orElseThrow();
        String sender =
                declaration.senderNumber().isEmpty() ? settings.customsNumber().orElse("") : declaration.senderNumber();
        Json.Builder json = Json.object()
                .put("exportType", type(declaration.reason()))
                .putUnlessEmpty("exportDescription", explanation(declaration))
                .put("postalCharges", money(declaration.postage()))
                .putUnlessEmpty("invoiceNo", within(declaration.invoiceNumber(), NUMBER, "invoice number"))
                .putUnlessEmpty("permitNo", within(declaration.permit(), PERMIT, "permit"))
                .putUnlessEmpty("attestationNo", within(declaration.certificate(), PERMIT, "certificate"))
                .putUnlessEmpty("MRN", within(declaration.exportNumber(), EXPORT_NUMBER, "export number"))
                .putUnlessEmpty("shipperCustomsRef", within(sender, NUMBER, "sender's customs number"))
                .putUnlessEmpty(
                        "consigneeCustomsRef",
                        within(declaration.receiverNumber(), NUMBER, "receiver's customs number"));
        if (product == DhlProduct.V54EPAK) {
            boolean paid = request.services().stream().anyMatch(s -> s.kind() == Service.Kind.DUTIES_PAID);
            json.put("shippingConditions", paid ? "DDP" : "DAP");
        }
        List<Json> items = new ArrayList<>();
        for (Parcel.Content content : contents) {
            items.add(item(content, content.commodity().orElseThrow()));
        }
        return json.put("items", Json.array(items)).json();
    }

    /** Names all pieces at once of which something is missing: a seller fills gaps in one go. */
    private static void complete(BookingRequest request, List<Parcel.Content> contents) throws Rejected {
        List<Rejected.Fault> faults = new ArrayList<>();
        for (int i = 0; i < contents.size(); i++) {
            Parcel.Content content = contents.get(i);
            if (content.commodity().isEmpty()) {
                faults.add(Rejected.Fault.of(
                        "parcel.contents[" + i + "].commodity",
                        "Customs asks for tariff number, country of origin, description and net weight of SKU "
                                + content.sku() + ". Enter them in the stock list."));
            }
        }
        if (contents.isEmpty() || request.parcel().customs().isEmpty()) {
            faults.add(Rejected.Fault.of(
                    "parcel.customs", "The parcel passes customs and nothing is declared of what is in it."));
        }
        if (!faults.isEmpty()) {
            throw new Rejected(
                    "customs-data-missing",
                    "Order " + request.orderNumber() + " passes customs. "
                            + String.join(
                                    " ",
                                    faults.stream().map(Rejected.Fault::text).toList()),
                    faults);
        }
        if (contents.size() > MOST_ITEMS) {
            throw Party.refused(
                    "too-many-items",
                    "parcel.contents",
                    "DHL declares 99 kinds of goods a parcel, and there are " + contents.size() + ". Split the order.");
        }
        currency(request, contents);
        weight(request, contents);
    }

    private static void currency(BookingRequest request, List<Parcel.Content> contents) throws Rejected {
        Money postage = request.parcel().customs().orElseThrow().postage();
        for (Parcel.Content content : contents) {
            if (!content.value().currency().equals(postage.currency())) {
                throw Party.refused(
                        "customs-currency-mixed",
                        "parcel.customs",
                        "Customs takes one currency a parcel, and the postage is in " + postage.currency()
                                + " while SKU " + content.sku() + " is in "
                                + content.value().currency() + ".");
            }
        }
    }

    private static void weight(BookingRequest request, List<Parcel.Content> contents) throws Rejected {
        long goods = contents.stream()
                .mapToLong(content -> (long) content.pieces()
                        * content.commodity().orElseThrow().weight().grams())
                .sum();
        if (goods > request.parcel().weight().grams()) {
            throw Party.refused(
                    "goods-heavier-than-parcel",
                    "parcel.weight",
                    "By their net weights the goods weigh " + goods + " g, and the parcel "
                            + request.parcel().weight()
                            + ". Correct the net weights in the stock list or the parcel's.");
        }
    }

    private static Json item(Parcel.Content content, Commodity commodity) throws Rejected {
        return Json.object()
                .put("itemDescription", within(commodity.description(), DESCRIPTION, "description"))
                .put("hsCode", commodity.hsCode())
                .put("countryOfOrigin", commodity.origin().alpha3())
                .put("packagedQuantity", content.pieces())
                .put("itemValue", money(content.value()))
                .put(
                        "itemWeight",
                        Json.object()
                                .put("uom", "g")
                                .put("value", commodity.weight().grams()))
                .json();
    }

    private static Json.Builder money(Money money) {
        return Json.object().put("currency", money.currency().getCurrencyCode()).put("value", money.amount());
    }

    private static String type(CustomsDeclaration.Reason reason) {
        return switch (reason) {
            case SALE -> "COMMERCIAL_GOODS";
            case GIFT -> "PRESENT";
            case SAMPLE -> "COMMERCIAL_SAMPLE";
            case DOCUMENTS -> "DOCUMENT";
            case RETURN -> "RETURN_OF_GOODS";
            case OTHER -> "OTHER";
        };
    }

    private static String explanation(CustomsDeclaration declaration) throws Rejected {
        if (declaration.reason() == CustomsDeclaration.Reason.OTHER
                && declaration.explanation().isEmpty()) {
            throw Party.refused(
                    "customs-explanation-missing",
                    "parcel.customs",
                    "Customs wants to know in words why the goods travel, as none of its reasons fits.");
        }
        return within(declaration.explanation(), EXPLANATION, "explanation");
    }

    private static String within(String text, int most, String what) throws Rejected {
        return Party.within(text, most, "parcel.customs", what);
    }
}
