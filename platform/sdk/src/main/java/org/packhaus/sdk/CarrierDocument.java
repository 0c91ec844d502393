package org.packhaus.sdk;

/**
 * A document a carrier made for a parcel, byte for byte as it came.
 *
 * @param kind what it is for
 * @param type its language
 * @param content its bytes; treated as never changing
 */
@SuppressWarnings("ArrayRecordComponent") // Label bytes are large and compared nowhere.
public record CarrierDocument(Kind kind, DocumentType type, byte[] content) {

    /** What a document is for. */
    public enum Kind {
        /** Stuck on the parcel. */
        LABEL,
        /** For the buyer's way back. Not put into the parcel unless the seller wants it. */
        RETURN_LABEL,
        /** CN22, CN23, invoice: outside the parcel, where customs sees it. */
        CUSTOMS,
        /** The day's list of parcels, for the driver and the files. */
        MANIFEST
    }

    /** Refers to the document without printing its bytes. */
    @Override
    public String toString() {
        return kind + "." + type.extension() + " (" + content.length + " bytes)";
    }
}
