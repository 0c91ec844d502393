package org.packhaus.plugin;

import org.packhaus.Refusal;

/** A file is not taken as a plugin. The text says what is wrong and what to do; the code is explained in docs/operations. */
public final class PluginUploadException extends Refusal {
    private static final long serialVersionUID = 1L;

    PluginUploadException(String code, String text, String... named) {
        super(code, text, named);
    }
}
