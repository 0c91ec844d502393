package org.packhaus.plugin;

/** A file is not taken as a plugin. The text says what is wrong and what to do; the code is explained in docs/operations. */
public final class PluginUploadException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String code;

    PluginUploadException(String code, String text) {
        super(text);
        this.code = code;
    }

    public String code() {
        return code;
    }
}
