package org.packhaus.plugin.dhl;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.packhaus.sdk.Address;
import org.packhaus.sdk.BookingRequest;
import org.packhaus.sdk.InvalidSettings;
import org.packhaus.sdk.Json;
import org.packhaus.sdk.PluginException;
import org.packhaus.sdk.Rejected;
import org.packhaus.sdk.Service;

/** What is added to a product, as DHL's {@code VAS}. */
final class Services {
    private static final int TEXT = 100;
    private static final int IDENT_NAME = 35;
    private static final Set<Service.Kind> WAYS_ABROAD =
            Set.of(Service.Kind.PREMIUM, Service.Kind.ECONOMY, Service.Kind.CLOSEST_DROP_POINT);

    private final BookingRequest request;
    private final DhlProduct product;
    private final Json.Builder services = Json.object();

    private Services(BookingRequest request, DhlProduct product) {
        this.request = request;
        this.product = product;
    }

    /** {@link Json#MISSING} if there are none. */
    static Json of(BookingRequest request, DhlProduct product, DhlSettings settings) throws PluginException {
        return new Services(request, product).all(settings);
    }

    private Json all(DhlSettings settings) throws PluginException {
        exclusive(request.services());
        boolean goGreenPlus = settings.goGreenPlus() && product.offers(Service.Kind.CLIMATE);
        for (Service service : request.services()) {
            if (!product.offers(service.kind())) {
                throw Party.refused(
                        "service-not-offered",
                        "services",
                        product.product().name() + " cannot be combined with the service " + service.kind()
                                + ". Leave it out or choose another product.");
            }
            goGreenPlus |= service.kind() == Service.Kind.CLIMATE;
            put(service);
        }
        if (goGreenPlus) {
            services.put("goGreenPlus", true);
        }
        if (request.returnNumberWanted()) {
            services.put("dhlRetoure", retoure(goGreenPlus, settings));
        }
        Json json = services.json();
        return json.equals(Json.object().json()) ? Json.MISSING : json;
    }

    private static void exclusive(List<Service> wanted) throws Rejected {
        Set<Service.Kind> ways = EnumSet.noneOf(Service.Kind.class);
        wanted.stream().map(Service::kind).filter(WAYS_ABROAD::contains).forEach(ways::add);
        if (ways.size() > 1) {
            throw Party.refused(
                    "services-exclude-each-other",
                    "services",
                    "DHL takes one of Premium, Economy and Closest Droppoint, not several. Leave the others out.");
        }
    }

    private Json.Builder retoure(boolean goGreenPlus, DhlSettings settings) throws PluginException {
        String billingNumber = settings.billingNumberReturn()
                .orElseThrow(() -> new InvalidSettings(
                        "billing-number-missing",
                        "The connection has no billing number for returns, so DHL gives no return number. It is in the"
                                + " DHL business customer portal under Contract data (procedure 07).",
                        "billingNumberReturn"));
        Json.Builder retoure = Json.object()
                .put("billingNumber", billingNumber)
                .put("refNo", request.reference())
                .put("returnAddress", Party.of(request.returnTo(), "returnTo"));
        return goGreenPlus ? retoure.put("goGreenPlus", true) : retoure;
    }

    private void put(Service service) throws Rejected {
        switch (service) {
            case Service.Insurance(var value) ->
                services.put(
                        "additionalInsurance",
                        Json.object()
                                .put("currency", value.currency().getCurrencyCode())
                                .put("value", value.amount()));
            case Service.PreferredNeighbour(String who) ->
                services.put("preferredNeighbour", Party.within(who, TEXT, "services", "neighbour"));
            case Service.PreferredLocation(String where) ->
                services.put("preferredLocation", Party.within(where, TEXT, "services", "place"));
            case Service.PreferredDay(var day) -> services.put("preferredDay", day.toString());
            case Service.AgeCheck(int years) -> services.put("visualCheckOfAge", age(years));
            case Service.IdentCheck check -> services.put("identCheck", ident(check));
            case Service.Plain(var kind) -> plain(kind);
        }
    }

    private void plain(Service.Kind kind) throws Rejected {
        switch (kind) {
            case NAMED_PERSON_ONLY -> services.put("namedPersonOnly", true);
            case NO_NEIGHBOUR -> services.put("noNeighbourDelivery", true);
            case SIGNATURE -> services.put("signedForByRecipient", true);
            case BULKY -> services.put("bulkyGoods", true);
            case CLIMATE -> services.put("goGreenPlus", true);
            case OUTLET_ROUTING -> services.put("parcelOutletRouting", outletRouting());
            case PREMIUM -> services.put("premium", true);
            // Not the same as saying nothing: then DHL takes what is usual in that country.
            case ECONOMY -> services.put("premium", false);
            case CLOSEST_DROP_POINT -> {
                demandContact();
                services.put("closestDropPoint", true);
            }
            case ABANDON -> services.put("endorsement", "ABANDON");
            case DUTIES_PAID -> {
                // Europaket says it in the customs data.
                if (product != DhlProduct.V54EPAK) {
                    services.put("postalDeliveryDutyPaid", true);
                }
            }
            case INSURANCE, PREFERRED_NEIGHBOUR, PREFERRED_LOCATION, PREFERRED_DAY, AGE_CHECK, IDENT_CHECK ->
                throw Party.refused(
                        "service-incomplete", "services", "The service " + kind + " needs its particulars.");
        }
    }

    private static String age(int years) throws Rejected {
        if (years != 16 && years != 18) {
            throw Party.refused("age-not-offered", "services", "DHL checks for 16 or 18 years, not " + years + ".");
        }
        return "A" + years;
    }

    /** DHL compares first and last name apart, and so far an address has one name: it is parted only where that is certain. */
    private Json.Builder ident(Service.IdentCheck check) throws Rejected {
        String first = check.firstName();
        String last = check.lastName();
        if (first.isEmpty() && last.isEmpty()) {
            String[] words = request.to().person().strip().split("\\s+");
            if (words.length != 2) {
                throw Party.refused(
                        "ident-name-unclear",
                        "to.person",
                        "The ident check compares first and last name with the identity card, and “"
                                + request.to().person()
                                + "” cannot be parted with certainty. Write first and last name only into the name, or"
                                + " leave the ident check out.");
            }
            first = words[0];
            last = words[1];
        }
        Json.Builder json = Json.object()
                .put("firstName", Party.within(first, IDENT_NAME, "services", "first name"))
                .put("lastName", Party.within(last, IDENT_NAME, "services", "last name"));
        check.born().ifPresent(day -> json.put("dateOfBirth", day.toString()));
        return check.years() == 0 ? json : json.put("minimumAge", age(check.years()));
    }

    private String outletRouting() throws Rejected {
        Address to = request.to();
        if (to.email().isEmpty()) {
            throw Party.refused(
                    "email-missing",
                    "to.email",
                    "DHL tells the buyer by e-mail that the parcel waits in an outlet, and the address has no e-mail"
                            + " address. Add it, or leave the outlet routing out.");
        }
        return Party.email(to, "to");
    }

    private void demandContact() throws Rejected {
        if (request.to().email().isEmpty() && request.to().phone().isEmpty()) {
            throw Party.refused(
                    "contact-missing",
                    "to.email",
                    "DHL brings a parcel to the closest drop point only if it can tell the receiver, and the address has"
                            + " neither e-mail address nor phone number. Add one, or choose Premium or Economy.");
        }
    }
}
