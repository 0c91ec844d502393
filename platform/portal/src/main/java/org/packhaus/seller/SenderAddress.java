package org.packhaus.seller;

import org.jspecify.annotations.Nullable;

/**
 * Whom a parcel comes from. Parts a seller has not filled in yet are null; pre-flight asks for them.
 *
 * @param country ISO 3166 alpha-2
 */
public record SenderAddress(
        @Nullable String company,
        @Nullable String name,
        @Nullable String street,
        @Nullable String houseNumber,
        @Nullable String extra,
        @Nullable String zip,
        @Nullable String city,
        String country,
        @Nullable String phone,
        @Nullable String email) {
    public static final SenderAddress EMPTY =
            new SenderAddress(null, null, null, null, null, null, null, "DE", null, null);
}
