package org.packhaus.sdk;

/** The language a document is written in. */
public enum DocumentType {
    PDF("application/pdf", "pdf"),
    ZPL("application/zpl", "zpl"),
    EPL("application/epl", "epl"),
    PNG("image/png", "png");

    private final String mediaType;
    private final String extension;

    DocumentType(String mediaType, String extension) {
        this.mediaType = mediaType;
        this.extension = extension;
    }

    /** Its media type. */
    public String mediaType() {
        return mediaType;
    }

    /** How a file's name ends, without the dot. */
    public String extension() {
        return extension;
    }
}
