package org.packhaus.plugin.otto;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.packhaus.sdk.Calls;
import org.packhaus.sdk.Json;
import org.packhaus.sdk.Money;
import org.packhaus.sdk.PluginException;
import org.packhaus.sdk.Receipts.Kind;
import org.packhaus.sdk.Receipts.Receipt;
import org.packhaus.sdk.Rejected;

/** OTTO Receipts V3: what OTTO billed in the seller's name. */
final class Bills {
    /** Always named: what OTTO shows without them is not promised. */
    private static final String ALL = "receiptTypes=PURCHASE&receiptTypes=REFUND&receiptTypes=PARTIAL_REFUND";

    private static final int MOST_ON_A_PAGE = 128;

    private final OttoApi api;

    Bills(OttoApi api) {
        this.api = api;
    }

    List<Receipt> of(String orderId, OttoSettings settings) throws PluginException {
        String first = "/v3/receipts?" + ALL + "&salesOrderId=" + OttoApi.encode(orderId) + "&limit=" + MOST_ON_A_PAGE;
        List<Receipt> receipts = new ArrayList<>();
        Optional<String> next = Optional.of("");
        while (next.isPresent()) {
            Calls.Answer answer = api.get(settings, Scope.RECEIPTS, first + next.get());
            if (answer.status() == 404) {
                break;
            }
            if (!answer.isSuccess()) {
                throw OttoErrors.of(answer)
                        .rejected("receipts-refused", "OTTO gives no receipts of order " + orderId, field -> field);
            }
            Json body = answer.json();
            if (!body.at("resources").isPresent()) {
                throw answer.lacks("holds no list of receipts");
            }
            body.at("resources").each().flatMap(Bills::receipt).forEach(receipts::add);
            next = Links.next(body, "next").map(cursor -> "&next=" + cursor);
        }
        return receipts.stream()
                .sorted(Comparator.comparing(Receipt::issuedAt).reversed())
                .toList();
    }

    /** Whether the app may read receipts at all. */
    void probe(OttoSettings settings) throws PluginException {
        api.get(settings, Scope.RECEIPTS, "/v3/receipts?" + ALL + "&limit=1");
    }

    byte[] pdf(String number, OttoSettings settings) throws PluginException {
        Calls.Answer answer = api.file(settings, Scope.RECEIPTS, "/v3/receipts/" + OttoApi.encode(number) + ".pdf");
        if (answer.status() == 404) {
            throw new Rejected("receipt-unknown", "OTTO does not know the receipt " + number + ".");
        }
        if (!answer.isSuccess()) {
            throw OttoErrors.of(answer)
                    .rejected("receipts-refused", "OTTO does not give the receipt " + number, field -> field);
        }
        byte[] file = answer.bytes();
        if (!new String(file, 0, Math.min(5, file.length), StandardCharsets.US_ASCII).equals("%PDF-")) {
            throw answer.lacks("is no PDF");
        }
        return file;
    }

    private static Stream<Receipt> receipt(Json receipt) {
        String number = receipt.at("receiptNumber").textOrEmpty();
        Optional<Instant> issued = OttoDates.parse(receipt.at("creationDate").textOrEmpty());
        Optional<Money> total = total(receipt);
        if (number.isEmpty() || issued.isEmpty() || total.isEmpty()) {
            return Stream.empty();
        }
        Json lines = receipt.at("lineItems");
        return Stream.of(Kind.values())
                .filter(kind -> kind.name().equals(receipt.at("receiptType").textOrEmpty()))
                .map(kind -> new Receipt(
                        number,
                        kind,
                        receipt.at("salesOrderId").textOrEmpty(),
                        Stream.concat(
                                        lines.at("itemPositions").each(),
                                        lines.at("itemPartialRefundPositions").each())
                                .flatMap(line -> line.at("positionItemIds").each())
                                .flatMap(id -> id.text().stream())
                                .distinct()
                                .toList(),
                        issued.get(),
                        total.get(),
                        receipt.at("linkedReceiptNumber").text().filter(linked -> !linked.isBlank())));
    }

    /** One total for each tax rate; what is due only as a last resort, because a prepaid bill has nothing due. */
    private static Optional<Money> total(Json receipt) {
        return receipt.at("totals")
                .each()
                .flatMap(total -> money(total.at("gross")).stream())
                .reduce(Money::plus)
                .or(() -> money(receipt.at("amountDue")));
    }

    private static Optional<Money> money(Json money) {
        String currency = money.at("currency").textOrEmpty();
        return money.at("amount")
                .number()
                .map(BigDecimal::abs)
                .map(amount -> Money.of(amount, currency.isEmpty() ? "EUR" : currency));
    }
}
