package org.packhaus.sandbox.dpd;

import java.util.Arrays;
import java.util.Optional;

/** What DPD Germany sells, by the country's letters or the group's number. */
enum Product {
    CL("101", "CLASSIC", false),
    E830("350", "DPD 8:30", true),
    E12("225", "DPD 12:00", true),
    E18("155", "DPD 18:00", true);

    final String service;
    final String title;
    final boolean withinGermany;

    Product(String service, String title, boolean withinGermany) {
        this.service = service;
        this.title = title;
        this.withinGermany = withinGermany;
    }

    static Optional<Product> of(String code) {
        return Arrays.stream(values())
                .filter(product -> product.name().equals(code) || product.service.equals(code))
                .findFirst();
    }
}
