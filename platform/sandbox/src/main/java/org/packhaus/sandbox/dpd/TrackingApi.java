package org.packhaus.sandbox.dpd;

import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import javax.xml.parsers.DocumentBuilderFactory;
import org.packhaus.sandbox.carrier.Sale;
import org.packhaus.sandbox.carrier.Sales;
import org.packhaus.sandbox.carrier.Travel;
import org.packhaus.sandbox.web.Reply;
import org.packhaus.sandbox.web.Request;
import org.packhaus.sandbox.web.Routes;
import org.packhaus.sandbox.world.SandboxClock;
import org.packhaus.sandbox.world.Seller;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;

/** LoginService 2.0 and ParcelLifeCycleService 2.0 of the contract customers' web services. Faults come with HTTP 500, as SOAP 1.1 has it. */
final class TrackingApi {

    private static final String TYPES = "http://dpd.com/common/service/types/";
    private static final int LIFE_SECONDS = 24 * 3600;
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("dd.MM.yyyy, HH:mm").withZone(SandboxClock.BERLIN);

    private record Login(String user, Instant expires) {}

    private final DpdAccess access;
    private final Sales sales;
    private final SandboxClock clock;
    private final Map<String, Login> tokens = new ConcurrentHashMap<>();

    TrackingApi(DpdAccess access, Sales sales, SandboxClock clock) {
        this.access = access;
        this.sales = sales;
        this.clock = clock;
    }

    void routes(Routes routes) {
        Routes.Group group =
                routes.group((status, detail, request) -> fault(status, "systemFault", "COMMON_1", detail));
        group.add("POST", "/services/LoginService/V2_0", "dpd.tracking.login", this::login);
        group.add("POST", "/services/ParcelLifeCycleService/V2_0", "dpd.tracking", this::track);
    }

    void clear() {
        tokens.clear();
    }

    private Reply login(Request request) {
        Optional<Document> asked = read(request);
        String user = asked.map(xml -> text(xml, "delisId")).orElse("");
        Optional<Seller> seller =
                access.seller(user, asked.map(xml -> text(xml, "password")).orElse(""));
        if (seller.isEmpty()) {
            return fault(500, "authenticationFault", "LOGIN_8", "The combination of user and password is invalid.");
        }
        String token = UUID.randomUUID().toString().replace("-", "");
        tokens.put(token, new Login(user, clock.now().plusSeconds(LIFE_SECONDS)));
        return envelope(
                200,
                "<ns2:getAuthResponse xmlns:ns2=\"" + TYPES + "LoginService/2.0\"><return>"
                        + element("delisId", user)
                        + element("customerUid", user)
                        + element("authToken", token)
                        + element("depot", DpdNumber.DEPOT) + "</return></ns2:getAuthResponse>");
    }

    private Reply track(Request request) {
        Optional<Document> asked = read(request);
        Optional<Seller> caller = asked.flatMap(xml -> Optional.ofNullable(tokens.get(text(xml, "authToken")))
                        .filter(login -> login.user().equals(text(xml, "delisId"))))
                .filter(login -> login.expires().isAfter(clock.now()))
                .flatMap(login -> access.seller(login.user()));
        if (caller.isEmpty()) {
            return fault(500, "authenticationFault", "LOGIN_5", "The authtoken is invalid");
        }
        Document xml = asked.orElseThrow();
        Optional<Sale> sale = sales.find(text(xml, "parcelLabelNumber"));
        if (sale.isEmpty()) {
            return fault(500, "dataFault", "COMMON_4", "There is no data for this parcel label number.");
        }
        return envelope(200, life(sale.get(), text(xml, "messageLanguage").startsWith("de")));
    }

    /** All milestones are listed, whether they were reached or not. */
    private String life(Sale sale, boolean german) {
        Instant now = clock.now();
        Travel travel = Dpd.travel(sale, now);
        Milestone current = Milestone.SHIPMENT;
        for (Milestone milestone : Milestone.values()) {
            current = milestone.reached(travel, now).isPresent() ? milestone : current;
        }
        StringBuilder infos = new StringBuilder();
        for (Milestone milestone : Milestone.values()) {
            Optional<Travel.Moment> reached = milestone.reached(travel, now);
            infos.append("<statusInfo>")
                    .append(element("status", milestone.name()))
                    .append(line("label", milestone.label(german)))
                    .append("<description>")
                    .append(line("content", milestone.description(travel, german)))
                    .append("</description>")
                    .append(element("statusHasBeenReached", String.valueOf(reached.isPresent())))
                    .append(element("isCurrentStatus", String.valueOf(milestone == current)))
                    .append(element("showContactInfo", "false"));
            reached.ifPresent(moment ->
                    infos.append(line("location", moment.place())).append(line("date", TIME.format(moment.at()))));
            infos.append("</statusInfo>");
        }
        return "<getTrackingDataResponse xmlns=\"" + TYPES + "ParcelLifeCycleService/2.0\"><trackingresult>" + infos
                + "</trackingresult></getTrackingDataResponse>";
    }

    private static String line(String name, String content) {
        return "<" + name + ">" + element("content", content) + element("bold", "false") + element("paragraph", "false")
                + "</" + name + ">";
    }

    private static String element(String name, String text) {
        String escaped = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
        return "<" + name + ">" + escaped + "</" + name + ">";
    }

    private static Reply fault(int status, String kind, String code, String message) {
        return envelope(
                status,
                "<soap:Fault><faultcode>soap:Server</faultcode>" + element("faultstring", "Fault occured")
                        + "<detail><ns1:" + kind + " xmlns:ns1=\"" + TYPES + "Authentication/2.0\">"
                        + element("errorCode", code) + element("errorMessage", message) + "</ns1:" + kind
                        + "></detail></soap:Fault>");
    }

    private static Reply envelope(int status, String body) {
        String xml = "<?xml version=\"1.0\" encoding=\"UTF-8\"?><soap:Envelope"
                + " xmlns:soap=\"http://schemas.xmlsoap.org/soap/envelope/\"><soap:Body>" + body
                + "</soap:Body></soap:Envelope>";
        return new Reply(status, "text/xml;charset=UTF-8", xml.getBytes(StandardCharsets.UTF_8), Map.of());
    }

    private static Optional<Document> read(Request request) {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultNSInstance();
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            var builder = factory.newDocumentBuilder();
            builder.setErrorHandler(null);
            return Optional.of(builder.parse(new InputSource(new StringReader(request.text()))));
        } catch (java.io.IOException | org.xml.sax.SAXException | javax.xml.parsers.ParserConfigurationException e) {
            return Optional.empty();
        }
    }

    private static String text(Document xml, String name) {
        var found = xml.getElementsByTagNameNS("*", name);
        return found.getLength() == 0 ? "" : found.item(0).getTextContent().strip();
    }
}
