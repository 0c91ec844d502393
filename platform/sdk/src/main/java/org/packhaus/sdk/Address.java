package org.packhaus.sdk;

import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Where something goes or comes from, as the buyer or seller wrote it: nothing is corrected or dropped here. Texts are
 * stripped; absent ones are empty strings, so that a line is never {@code null}.
 *
 * @param company the company, if it goes to one
 * @param person who receives it, first name first; empty only if there is a company
 * @param addition c/o, floor, post number: what stands in the extra line
 * @param street without the house number where the source keeps them apart
 * @param houseNumber with its letter: {@code 12 b}; empty if the source has it in the street
 * @param postalCode as written
 * @param city as written
 * @param country ISO 3166-1 alpha-2
 * @param phone empty unless the receiver may be called
 * @param email empty unless the carrier may write
 */
public record Address(
        String company,
        String person,
        String addition,
        String street,
        String houseNumber,
        String postalCode,
        String city,
        CountryCode country,
        String phone,
        String email) {
    public Address {
        company = company.strip();
        person = person.strip();
        addition = addition.strip();
        street = street.strip();
        houseNumber = houseNumber.strip();
        postalCode = postalCode.strip();
        city = city.strip();
        phone = phone.strip();
        email = email.strip();
    }

    /** A builder that starts with a person in Germany. */
    public static Builder to(String person) {
        return new Builder(person);
    }

    /** Who it is for: the company if there is one, else the person. */
    public String name() {
        return company.isEmpty() ? person : company;
    }

    /** Street and house number in one line, as written in Germany. */
    public String streetLine() {
        return houseNumber.isEmpty() ? street : street + " " + houseNumber;
    }

    /** Postcode and city in one line. */
    public String cityLine() {
        return (postalCode + " " + city).strip();
    }

    /** The parcel locker or outlet this address means, wherever its parts stand. */
    public Optional<PickupPoint> pickupPoint() {
        return PickupPoint.in(this);
    }

    /** The lines of a label from the name to the city, without the country and without empty ones. */
    public Stream<String> lines() {
        return Stream.of(company, person, addition, streetLine(), cityLine()).filter(line -> !line.isEmpty());
    }

    /** Builds an address from the parts there are. */
    public static final class Builder {
        private final String person;
        private String company = "";
        private String addition = "";
        private String street = "";
        private String houseNumber = "";
        private String postalCode = "";
        private String city = "";
        private CountryCode country = CountryCode.DE;
        private String phone = "";
        private String email = "";

        private Builder(String person) {
            this.person = person;
        }

        public Builder company(@Nullable String value) {
            company = orEmpty(value);
            return this;
        }

        public Builder addition(@Nullable String value) {
            addition = orEmpty(value);
            return this;
        }

        public Builder street(@Nullable String name, @Nullable String number) {
            street = orEmpty(name);
            houseNumber = orEmpty(number);
            return this;
        }

        public Builder city(@Nullable String code, @Nullable String name) {
            postalCode = orEmpty(code);
            city = orEmpty(name);
            return this;
        }

        public Builder country(CountryCode value) {
            country = value;
            return this;
        }

        public Builder phone(@Nullable String value) {
            phone = orEmpty(value);
            return this;
        }

        public Builder email(@Nullable String value) {
            email = orEmpty(value);
            return this;
        }

        public Address build() {
            return new Address(company, person, addition, street, houseNumber, postalCode, city, country, phone, email);
        }

        private static String orEmpty(@Nullable String value) {
            return value == null ? "" : value;
        }
    }
}
