package org.packhaus.shell;

import com.vaadin.flow.component.UI;
import org.jspecify.annotations.Nullable;

/** What a service refused, in the reader's language where there are words for its code, else as the service said it. */
public final class Problems {

    private Problems() {}

    public static String text(String code, @Nullable String said) {
        var key = "refusal." + code;
        return Texts.has(key) ? Texts.of(UI.getCurrent().getLocale(), key) : String.valueOf(said);
    }
}
