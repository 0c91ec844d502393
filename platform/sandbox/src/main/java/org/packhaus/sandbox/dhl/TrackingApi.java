package org.packhaus.sandbox.dhl;

import java.io.StringReader;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.packhaus.sandbox.web.Reply;
import org.packhaus.sandbox.web.Request;
import org.packhaus.sandbox.web.Routes;
import org.packhaus.sandbox.world.SandboxClock;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** Parcel DE tracking: XML in a query parameter, XML back, errors as codes in it. */
final class TrackingApi {

    private static final int MOST_PIECES = 20;
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("dd.MM.yyyy HH:mm").withZone(SandboxClock.BERLIN);

    private final DhlAccess access;
    private final ParcelBook book;
    private final SandboxClock clock;

    TrackingApi(DhlAccess access, ParcelBook book, SandboxClock clock) {
        this.access = access;
        this.book = book;
        this.clock = clock;
    }

    void routes(Routes routes) {
        routes.group(DhlErrors::gateway).add("GET", "/parcel/de/tracking/v0/shipments", "dhl.tracking", this::track);
    }

    private Reply track(Request request) {
        Optional<String[]> basic = request.basic();
        if (basic.isEmpty() || !basic.get()[0].equals(Dhl.API_KEY) || !basic.get()[1].equals(Dhl.API_SECRET)) {
            return DhlErrors.unauthorized(request);
        }
        Optional<Element> asked = parse(request.query("xml").orElse(""));
        if (asked.isEmpty()) {
            return problem("-3", "The request is no valid XML");
        }
        Element query = asked.get();
        boolean test = query.getAttribute("appname").equals("zt12345")
                && query.getAttribute("password").equals("geheim");
        if (!test
                && access.account(query.getAttribute("appname"), query.getAttribute("password"))
                        .isEmpty()) {
            return problem("5", "Login failed");
        }
        if (!query.getAttribute("request").equals("d-get-piece-detail")) {
            return problem("-2", "Unknown request " + query.getAttribute("request"));
        }
        List<String> numbers = List.of(query.getAttribute("piece-code").split(";"));
        if (numbers.getFirst().isBlank() || numbers.size() > MOST_PIECES) {
            return problem(numbers.size() > MOST_PIECES ? "57" : "45", "Between 1 and 20 piece codes are needed");
        }
        return found(numbers);
    }

    private static Optional<Element> parse(String xml) {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            var builder = factory.newDocumentBuilder();
            builder.setErrorHandler(null);
            return Optional.of(
                    builder.parse(new InputSource(new StringReader(xml))).getDocumentElement());
        } catch (SAXException | java.io.IOException e) {
            return Optional.empty();
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Reply problem(String code, String text) {
        return Reply.text(
                200,
                "application/xml",
                "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<data name=\"piece-shipment-list\" code=\"" + code
                        + "\" error=\"" + escape(text) + "\" request-id=\"" + UUID.randomUUID() + "\"/>\n");
    }

    private Reply found(List<String> numbers) {
        StringBuilder pieces = new StringBuilder();
        int known = 0;
        for (String number : numbers) {
            Optional<Parcel> parcel = book.find(number.trim());
            Journey journey = parcel.map(p -> Journey.of(p, clock.now())).orElse(new Journey(List.of()));
            if (parcel.isEmpty() || journey.steps().isEmpty()) {
                pieces.append(
                                "  <data name=\"piece-shipment\" error-status=\"100\" piece-status-desc=\"Keine Daten gefunden.\""
                                        + " piece-code=\"")
                        .append(escape(number.trim()))
                        .append("\"/>\n");
            } else {
                known++;
                pieces.append(piece(parcel.get(), journey));
            }
        }
        if (known == 0) {
            return problem("100", "Zu dieser Sendung liegen keine Daten vor.");
        }
        return Reply.text(
                200,
                "application/xml",
                "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<data name=\"piece-shipment-list\" code=\"0\" request-id=\""
                        + UUID.randomUUID() + "\">\n" + pieces + "</data>\n");
    }

    private static String piece(Parcel parcel, Journey journey) {
        Journey.Event last = journey.steps().getLast();
        boolean delivered = last.standard().equals("ZU");
        StringBuilder xml = new StringBuilder("  <data name=\"piece-shipment\" error-status=\"0\"");
        attribute(xml, "piece-code", parcel.number);
        attribute(xml, "piece-identifier", parcel.number);
        attribute(xml, "status", last.text());
        attribute(xml, "short-status", last.text());
        attribute(xml, "status-timestamp", TIME.format(last.at()));
        attribute(xml, "delivery-event-flag", delivered ? "1" : "0");
        attribute(xml, "ice", last.ice());
        attribute(xml, "ric", last.ric());
        attribute(xml, "standard-event-code", last.standard());
        attribute(xml, "leitcode", parcel.routing.leitcode().substring(0, 13));
        attribute(xml, "product-name", LabelText.outbound(parcel).title());
        attribute(xml, "shipment-customer-reference", parcel.reference());
        attribute(xml, "dest-country", parcel.consignee().alpha2());
        attribute(xml, "ruecksendung", "false");
        attribute(xml, "recipient-name", delivered ? parcel.consignee().names().getFirst() : "");
        xml.append(">\n    <data name=\"piece-event-list\"");
        attribute(xml, "piece-identifier", parcel.number);
        xml.append(">\n");
        for (Journey.Event step : journey.steps()) {
            xml.append("      <data name=\"piece-event\"");
            attribute(xml, "event-timestamp", TIME.format(step.at()));
            attribute(xml, "event-status", step.text());
            attribute(xml, "event-text", step.text());
            attribute(xml, "ice", step.ice());
            attribute(xml, "ric", step.ric());
            attribute(xml, "standard-event-code", step.standard());
            attribute(xml, "event-location", step.place());
            attribute(xml, "event-country", step.place().isEmpty() ? "" : "Deutschland");
            attribute(xml, "ruecksendung", "false");
            xml.append("/>\n");
        }
        return xml.append("    </data>\n  </data>\n").toString();
    }

    private static void attribute(StringBuilder xml, String name, String value) {
        xml.append(' ').append(name).append("=\"").append(escape(value)).append('"');
    }

    private static String escape(String value) {
        return value.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
