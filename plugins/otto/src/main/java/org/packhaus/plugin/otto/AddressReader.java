package org.packhaus.plugin.otto;

import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.packhaus.sdk.Address;
import org.packhaus.sdk.CountryCode;
import org.packhaus.sdk.Json;

/**
 * Reads addresses. Nothing a driver needs is dropped: a title stands before the name, and where OTTO says {@code COMPANY} the
 * two name fields hold the company's name.
 */
final class AddressReader {
    private static final String PSEUDONYM = "@customer.otto.market";

    private AddressReader() {}

    /**
     * The address, if there is one.
     *
     * @param mayBeContacted whether phone and e-mail may go to who brings the goods. OTTO puts real ones into the delivery
     *     address, for forwarders only; the e-mail in the invoice address is a pseudonym for the seller alone
     */
    static Optional<Address> read(Json address, String path, boolean mayBeContacted) throws Unreadable {
        if (!address.isPresent()) {
            return Optional.empty();
        }
        String code = address.at("countryCode").textOrEmpty();
        CountryCode country = CountryCode.find(code)
                .orElseThrow(() -> new Unreadable(
                        code.isEmpty() ? "missing-country" : "unknown-country",
                        path + ".countryCode is no country: “" + code + "”."));
        boolean isCompany = address.at("salutation").textOrEmpty().equals("COMPANY");
        String first = address.at("firstName").textOrEmpty();
        String last = address.at("lastName").textOrEmpty();
        // Who writes "Anna Neumann" into both fields is one person; "Ali Ali" is a name.
        boolean twice = first.equals(last) && (isCompany || first.contains(" "));
        String name = Stream.of(address.at("title").textOrEmpty(), first, twice ? "" : last)
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" "));
        String email = address.at("email").textOrEmpty();
        return Optional.of(Address.to(isCompany ? "" : name)
                .company(isCompany ? name : "")
                .addition(address.at("addition").textOrEmpty())
                .street(
                        address.at("street").textOrEmpty(),
                        address.at("houseNumber").textOrEmpty())
                .city(address.at("zipCode").textOrEmpty(), address.at("city").textOrEmpty())
                .country(country)
                .phone(mayBeContacted ? address.at("phoneNumber").textOrEmpty() : "")
                .email(mayBeContacted && !email.endsWith(PSEUDONYM) ? email : "")
                .build());
    }
}
