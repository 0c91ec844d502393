package org.packhaus.shipment;

/** What came of giving a label back. */
public sealed interface VoidOutcome {

    /**
     * It is not used any more.
     *
     * @param refunded whether the carrier took it back; if not, the text says why it may be billed
     */
    record Voided(PurchaseId purchase, boolean refunded, String code, String text) implements VoidOutcome {}

    /** The carrier did not answer; the ledger asks again by itself. */
    record Pending(PurchaseId purchase, String code, String text) implements VoidOutcome {}

    /** It stays as it is. */
    record Refused(PurchaseId purchase, String code, String text) implements VoidOutcome {}
}
