package org.packhaus.shipment;

/**
 * Where a wanted label stands.
 *
 * <pre>
 * PLANNED → SENDING → CONFIRMED | REJECTED | UNCLEAR
 * UNCLEAR → CONFIRMED | PLANNED (next attempt) | NEEDS_PERSON
 * CONFIRMED → VOIDING → VOIDED
 * </pre>
 *
 * A refusal bought nothing, so REJECTED may be PLANNED again once its reason is mended; a person moves NEEDS_PERSON on to CONFIRMED or
 * PLANNED.
 */
public enum LabelState {
    /** Wanted; nobody has sent anything under the current reference. */
    PLANNED,
    /** Exactly one node is calling the carrier, or died while it did. */
    SENDING,
    /** Bought; numbers and documents are here. */
    CONFIRMED,
    /** Refused; nothing was bought. */
    REJECTED,
    /** Money may be spent. Looked up until it is known, never sent again before. */
    UNCLEAR,
    /** Money may be spent and the carrier cannot be asked: a person looks into its portal. */
    NEEDS_PERSON,
    /** Being given back; asking again is safe. */
    VOIDING,
    /** Given back, or marked as unused where the carrier takes none back. */
    VOIDED
}
