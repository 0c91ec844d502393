package org.packhaus.document;

import java.text.MessageFormat;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;

/** The words of a document that is for neither buyer nor packer, in the language of the seller's papers. */
final class DocumentTexts {
    private final SlipLanguage language;
    private final ResourceBundle texts;

    /** @param name of the bundle beside this class */
    DocumentTexts(String name, SlipLanguage language) {
        this.language = language;
        this.texts = ResourceBundle.getBundle(
                "org.packhaus.document." + name,
                language.locale(),
                Control.getNoFallbackControl(Control.FORMAT_PROPERTIES));
    }

    String of(String key, Object... values) {
        return values.length == 0
                ? texts.getString(key)
                : new MessageFormat(texts.getString(key), language.locale()).format(values);
    }

    SlipLanguage language() {
        return language;
    }
}
