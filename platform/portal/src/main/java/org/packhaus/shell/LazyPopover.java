package org.packhaus.shell;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.popover.Popover;
import com.vaadin.flow.component.popover.PopoverPosition;
import java.util.function.Supplier;

/** What opens beside a button. Its content is made when it opens and let go when it closes, so that a page nobody works with holds little. */
public final class LazyPopover extends Popover {

    public LazyPopover(Component target, PopoverPosition position, String name, Supplier<Component> content) {
        setTarget(target);
        setPosition(position);
        setAriaLabel(name);
        addOpenedChangeListener(changed -> {
            removeAll();
            if (changed.isOpened()) {
                add(content.get());
            }
        });
    }
}
