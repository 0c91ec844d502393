package org.packhaus.shipment;

/** What becomes of labels, told inside the transaction that makes it so: what hears it commits or rolls back with the ledger. */
interface LabelNews {

    void bought(BoughtLabel label, LabelPurchase purchase);

    /** The number of the way back is there; the label itself is bought next. */
    void returnLabelBought(BoughtLabel label, LabelPurchase purchase);

    void voided(LabelPurchase purchase, String text);

    /** The label is not there yet or will not be: the order shows it. */
    void problem(LabelPurchase purchase, String code, String text);

    /** @throws ShipmentException if the channel knows the number already: it can be neither changed nor taken back there */
    void mayBeVoided(LabelPurchase purchase);
}
