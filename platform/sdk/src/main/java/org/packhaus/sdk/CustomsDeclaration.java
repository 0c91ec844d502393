package org.packhaus.sdk;

/**
 * What the sender declares of a parcel that passes customs, beside its {@link Parcel#contents()}. Texts are empty where there is
 * nothing to say.
 *
 * @param reason why the goods travel
 * @param explanation in words; needed with {@link Reason#OTHER}
 * @param postage what the buyer paid for delivery, in the currency of the goods; zero if nothing
 * @param invoiceNumber of the invoice that travels with the parcel
 * @param exportNumber of the electronic export declaration (MRN), which goods of more than 1000 EUR need
 * @param senderNumber the sender's number at customs (EORI)
 * @param receiverNumber the receiver's number at customs
 * @param permit of goods that need one
 * @param certificate of goods that need one
 */
public record CustomsDeclaration(
        Reason reason,
        String explanation,
        Money postage,
        String invoiceNumber,
        String exportNumber,
        String senderNumber,
        String receiverNumber,
        String permit,
        String certificate) {

    /** Why goods travel. */
    public enum Reason {
        SALE,
        GIFT,
        SAMPLE,
        DOCUMENTS,
        RETURN,
        /** Says so in {@link CustomsDeclaration#explanation()}. */
        OTHER
    }

    /** Goods that were sold, which is all a marketplace knows of. */
    public static CustomsDeclaration sale(String invoiceNumber, Money postage) {
        return new CustomsDeclaration(Reason.SALE, "", postage, invoiceNumber, "", "", "", "", "");
    }
}
