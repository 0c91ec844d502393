package org.packhaus.shell;

import com.vaadin.flow.component.dialog.Dialog;

/** For dialogs with links in them: whoever follows one is on another screen, which the dialog would cover. */
public final class Leaving {
    private Leaving() {}

    public static void closes(Dialog dialog) {
        dialog.addAttachListener(attached -> {
            var leaving = attached.getUI().addBeforeLeaveListener(leave -> dialog.close());
            dialog.addDetachListener(detached -> {
                leaving.remove();
                detached.unregisterListener();
            });
        });
    }
}
