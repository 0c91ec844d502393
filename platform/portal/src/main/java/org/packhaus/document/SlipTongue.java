package org.packhaus.document;

import org.packhaus.sdk.CountryCode;

/** Which language a seller's slips speak. */
public enum SlipTongue {
    /** The one of the seller's other papers. */
    SELLER,
    /** The one that is read where the parcel goes. */
    BUYER,
    GERMAN,
    ENGLISH,
    CHINESE;

    /** @param seller the language of the seller's papers, an ISO 639 code */
    SlipLanguage language(String seller, CountryCode buyer) {
        return switch (this) {
            case SELLER -> SlipLanguage.of(seller);
            case BUYER -> SlipLanguage.in(buyer);
            case GERMAN -> SlipLanguage.GERMAN;
            case ENGLISH -> SlipLanguage.ENGLISH;
            case CHINESE -> SlipLanguage.CHINESE;
        };
    }
}
