package org.packhaus.order;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.Instant;
import org.hibernate.annotations.Filter;
import org.jspecify.annotations.Nullable;
import org.packhaus.sdk.Address;
import org.packhaus.sdk.CountryCode;

/** An address an order had at a time; the newest of its kind counts. */
@Entity
@Table(name = "order_address")
@Filter(name = "seller")
class OrderAddress {
    /** Whose. */
    enum Kind {
        DELIVER,
        INVOICE
    }

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "order_address_seq")
    @SequenceGenerator(name = "order_address_seq", sequenceName = "order_address_seq", allocationSize = 50)
    @Nullable
    Long id;

    long sellerId;
    long orderId;

    @Enumerated(EnumType.STRING)
    Kind kind;

    boolean fromChannel;
    Instant at;
    String actor;
    String company = "";
    String person = "";
    String addition = "";
    String street = "";
    String houseNumber = "";
    String postalCode = "";
    String city = "";
    String country = "";
    String phone = "";
    String email = "";

    @SuppressWarnings("NullAway.Init")
    protected OrderAddress() {}

    OrderAddress(SalesOrder order, Kind kind, Address address, boolean fromChannel, String actor, Instant at) {
        this.sellerId = order.sellerId;
        this.orderId = order.id().value();
        this.kind = kind;
        this.fromChannel = fromChannel;
        this.actor = actor;
        this.at = at;
        this.company = SalesOrder.cut(address.company(), 200);
        this.person = SalesOrder.cut(address.person(), 200);
        this.addition = SalesOrder.cut(address.addition(), 200);
        this.street = SalesOrder.cut(address.street(), 200);
        this.houseNumber = SalesOrder.cut(address.houseNumber(), 60);
        this.postalCode = SalesOrder.cut(address.postalCode(), 20);
        this.city = SalesOrder.cut(address.city(), 120);
        this.country = address.country().code();
        this.phone = SalesOrder.cut(address.phone(), 60);
        this.email = SalesOrder.cut(address.email(), 254);
    }

    Address address() {
        return new Address(
                company,
                person,
                addition,
                street,
                houseNumber,
                postalCode,
                city,
                CountryCode.find(country).orElse(CountryCode.DE),
                phone,
                email);
    }

    AddressVersion view() {
        return new AddressVersion(address(), fromChannel, at, actor);
    }
}
