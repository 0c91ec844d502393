package org.packhaus.order;

import org.packhaus.sdk.Address;
import org.packhaus.sdk.CountryCode;

/** A line of an address by its name, so that lines can be looked through and moved without naming ten of them each time. */
enum AddressPart {
    COMPANY("company", 200),
    PERSON("person", 200),
    ADDITION("addition", 200),
    STREET("street", 200),
    HOUSE_NUMBER("houseNumber", 60),
    POSTAL_CODE("postalCode", 20),
    CITY("city", 120),
    COUNTRY("country", 2),
    PHONE("phone", 60),
    EMAIL("email", 254);

    /** As {@link Address} and {@code BookingRequest} call it. */
    final String field;

    /** Characters the column holds. */
    final int longest;

    AddressPart(String field, int longest) {
        this.field = field;
        this.longest = longest;
    }

    String of(Address address) {
        return switch (this) {
            case COMPANY -> address.company();
            case PERSON -> address.person();
            case ADDITION -> address.addition();
            case STREET -> address.street();
            case HOUSE_NUMBER -> address.houseNumber();
            case POSTAL_CODE -> address.postalCode();
            case CITY -> address.city();
            case COUNTRY -> address.country().code();
            case PHONE -> address.phone();
            case EMAIL -> address.email();
        };
    }

    /** The address with this line replaced. */
    Address in(Address old, String value) {
        return new Address(
                this == COMPANY ? value : old.company(),
                this == PERSON ? value : old.person(),
                this == ADDITION ? value : old.addition(),
                this == STREET ? value : old.street(),
                this == HOUSE_NUMBER ? value : old.houseNumber(),
                this == POSTAL_CODE ? value : old.postalCode(),
                this == CITY ? value : old.city(),
                this == COUNTRY ? new CountryCode(value) : old.country(),
                this == PHONE ? value : old.phone(),
                this == EMAIL ? value : old.email());
    }
}
