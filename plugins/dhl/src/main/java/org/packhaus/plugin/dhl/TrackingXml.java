package org.packhaus.plugin.dhl;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.packhaus.sdk.TrackingEvent;
import org.packhaus.sdk.TrackingReport;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** DHL's tracking answer: nested elements called {@code data} that say by their {@code name} what they are. */
final class TrackingXml {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("dd.MM.yyyy HH:mm[:ss]");

    private final Element root;

    /** Not XML, or XML that wants to read files. */
    static final class Unreadable extends Exception {
        private static final long serialVersionUID = 1;

        Unreadable(Throwable cause) {
            super(cause);
        }
    }

    private TrackingXml(Element root) {
        this.root = root;
    }

    static TrackingXml parse(byte[] bytes) throws Unreadable {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_DTD, "");
            factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "");
            factory.setXIncludeAware(false);
            factory.setExpandEntityReferences(false);
            var builder = factory.newDocumentBuilder();
            builder.setErrorHandler(null);
            return new TrackingXml(
                    builder.parse(new ByteArrayInputStream(bytes)).getDocumentElement());
        } catch (SAXException | IOException | ParserConfigurationException e) {
            throw new Unreadable(e);
        }
    }

    /** 0 if all went well. */
    String code() {
        return root.getAttribute("code");
    }

    String error() {
        String text = root.getAttribute("error");
        return text.isEmpty() ? "code " + code() : text;
    }

    List<TrackingReport> reports() {
        List<TrackingReport> reports = new ArrayList<>();
        for (Element piece : named("piece-shipment", root)) {
            String error = piece.getAttribute("error-status");
            if ((error.isEmpty() || error.equals("0")) && !number(piece).isEmpty()) {
                reports.add(report(piece));
            }
        }
        return reports;
    }

    private static TrackingReport report(Element piece) {
        boolean comesBack = piece.getAttribute("ruecksendung").equals("true");
        List<TrackingEvent> events = new ArrayList<>();
        for (Element event : named("piece-event", piece)) {
            event(event).ifPresent(events::add);
        }
        events.sort(Comparator.comparing(TrackingEvent::at));
        return new TrackingReport(number(piece), events, TrackingCodes.status(events, comesBack), Optional.empty());
    }

    private static String number(Element piece) {
        String searched = piece.getAttribute("searched-piece-code");
        return searched.isEmpty() ? piece.getAttribute("piece-code") : searched;
    }

    private static Optional<TrackingEvent> event(Element event) {
        String ice = event.getAttribute("ice");
        String ric = event.getAttribute("ric");
        String standard = event.getAttribute("standard-event-code");
        return time(event.getAttribute("event-timestamp"))
                .map(at -> new TrackingEvent(
                        at,
                        TrackingCodes.status(ice, ric, standard),
                        ric.isEmpty() ? ice : ice + "/" + ric,
                        event.getAttribute("event-status"),
                        place(event)));
    }

    private static String place(Element event) {
        String location = event.getAttribute("event-location");
        String country = event.getAttribute("event-country");
        return location.isEmpty() || country.isEmpty() ? location + country : location + ", " + country;
    }

    /** Without a zone: Germany's time. */
    private static Optional<Instant> time(String text) {
        try {
            return Optional.of(LocalDateTime.parse(text.strip(), TIME)
                    .atZone(DhlTracking.GERMANY)
                    .toInstant());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static List<Element> named(String name, Element parent) {
        List<Element> found = new ArrayList<>();
        NodeList all = parent.getElementsByTagName("data");
        for (int i = 0; i < all.getLength(); i++) {
            if (all.item(i) instanceof Element element
                    && element.getAttribute("name").equals(name)) {
                found.add(element);
            }
        }
        return found;
    }
}
