package org.packhaus.connect.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;

/** One step of the set-up: asks, and keeps what was answered before it lets go on. */
abstract class Step extends Div {

    Step(String key) {
        addClassNames("step", "rows");
        var lead = new Paragraph(getTranslation("setup." + key + ".lead"));
        lead.addClassNames("two", "m");
        add(new Div(new H2(getTranslation("setup." + key + ".title")), lead));
    }

    /** Keeps what is on the screen. Calls {@code then} once that is done; what is wrong is said on the screen. */
    abstract void keep(Runnable then);
}
