package org.packhaus.shell;

import com.vaadin.flow.component.html.Span;
import org.jspecify.annotations.Nullable;

/** A short state in a tinted box; its colour never speaks alone. */
public class Badge extends Span {

    /** What the state means for the person who reads it. */
    public enum Tone {
        IDLE(""),
        LINE("line"),
        OK("ok"),
        INFO("info"),
        WARN("warn"),
        LATE("late");

        private final String className;

        Tone(String className) {
            this.className = className;
        }

        public String className() {
            return className;
        }
    }

    public Badge(Tone tone, @Nullable Icon icon, String words) {
        addClassName("badge");
        if (!tone.className().isEmpty()) {
            addClassName(tone.className());
        }
        if (icon != null) {
            add(icon.tiny());
        }
        add(new Span(words));
    }

    public Badge big() {
        addClassName("big");
        return this;
    }
}
