package org.packhaus.plugin.dpd;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;

/**
 * As much of SOAP 1.1 as DPD's tracking needs. Elements are found by their local name: DPD's services differ in which of them
 * they put into a namespace.
 */
record Soap(Element root) {
    private static final String TYPES = "http://dpd.com/common/service/types/";

    /** Not XML, or XML that wants to read files. */
    static final class Unreadable extends Exception {
        private static final long serialVersionUID = 1;

        Unreadable(Throwable cause) {
            super(cause);
        }
    }

    /** @param service whose types the body is of, {@code LoginService/2.0} for instance */
    static String envelope(String service, String header, String body) {
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>"
                + "<soapenv:Envelope xmlns:soapenv=\"http://schemas.xmlsoap.org/soap/envelope/\" xmlns:auth=\"" + TYPES
                + "Authentication/2.0\" xmlns:ns=\"" + TYPES + service + "\"><soapenv:Header>" + header
                + "</soapenv:Header><soapenv:Body>" + body + "</soapenv:Body></soapenv:Envelope>";
    }

    static String element(String name, String text) {
        String escaped = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
        return "<" + name + ">" + escaped + "</" + name + ">";
    }

    static Soap parse(byte[] bytes) throws Unreadable {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultNSInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_DTD, "");
            factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "");
            var builder = factory.newDocumentBuilder();
            builder.setErrorHandler(null);
            return new Soap(builder.parse(new ByteArrayInputStream(bytes)).getDocumentElement());
        } catch (SAXException | IOException | ParserConfigurationException e) {
            throw new Unreadable(e);
        }
    }

    /** Everything of that name, however deep. */
    List<Soap> all(String name) {
        List<Soap> found = new ArrayList<>();
        var nodes = root.getElementsByTagNameNS("*", name);
        for (int i = 0; i < nodes.getLength(); i++) {
            found.add(new Soap((Element) nodes.item(i)));
        }
        return found;
    }

    /** The text at the end of a way of child elements; empty if there is none. */
    String text(String... way) {
        Element at = root;
        for (String name : way) {
            Element next = child(at, name);
            if (next == null) {
                return "";
            }
            at = next;
        }
        return at.getTextContent().strip();
    }

    private static @org.jspecify.annotations.Nullable Element child(Element parent, String name) {
        for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element element && name.equals(element.getLocalName())) {
                return element;
            }
        }
        return null;
    }
}
