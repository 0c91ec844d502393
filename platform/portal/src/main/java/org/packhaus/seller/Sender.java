package org.packhaus.seller;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import org.jspecify.annotations.Nullable;

/** A {@link SenderAddress} in the seller's row. */
@Embeddable
class Sender {
    @Nullable
    @Column(name = "sender_company")
    private String company;

    @Nullable
    @Column(name = "sender_name")
    private String name;

    @Nullable
    @Column(name = "sender_street")
    private String street;

    @Nullable
    @Column(name = "sender_house_number")
    private String houseNumber;

    @Nullable
    @Column(name = "sender_extra")
    private String extra;

    @Nullable
    @Column(name = "sender_zip")
    private String zip;

    @Nullable
    @Column(name = "sender_city")
    private String city;

    @Column(name = "sender_country")
    private String country = "DE";

    @Nullable
    @Column(name = "sender_phone")
    private String phone;

    @Nullable
    @Column(name = "sender_email")
    private String email;

    protected Sender() {}

    static Sender of(SenderAddress address) {
        Sender sender = new Sender();
        sender.company = address.company();
        sender.name = address.name();
        sender.street = address.street();
        sender.houseNumber = address.houseNumber();
        sender.extra = address.extra();
        sender.zip = address.zip();
        sender.city = address.city();
        sender.country = address.country();
        sender.phone = address.phone();
        sender.email = address.email();
        return sender;
    }

    SenderAddress value() {
        return new SenderAddress(company, name, street, houseNumber, extra, zip, city, country, phone, email);
    }
}
