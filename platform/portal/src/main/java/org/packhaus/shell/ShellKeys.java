package org.packhaus.shell;

import com.vaadin.flow.component.Component;

/** Keys that work on every screen, and the question before a half-filled dialog is lost with the page. */
final class ShellKeys {

    private static final String LISTEN = """
            const layout = this;
            const typing = e => e.composedPath().some(n => n.tagName && (/^(INPUT|TEXTAREA|SELECT)$/.test(n.tagName) && n.type !== 'checkbox' || n.isContentEditable));
            const tell = key => layout.dispatchEvent(new CustomEvent('shell-key', {detail: {key}}));
            if (window.phShell) { window.phShell.abort(); }
            window.phShell = new AbortController();
            const signal = window.phShell.signal;
            // Between the key and the open palette lies a round trip: what is typed meanwhile is the palette's, and must not book labels.
            window.phAhead = null;
            document.addEventListener('keydown', e => {
                if (window.phAhead === null || e.ctrlKey || e.metaKey || e.altKey) { return; }
                if (e.key === 'Escape' || Date.now() > window.phAhead.until) { window.phAhead = null; return; }
                e.preventDefault();
                e.stopImmediatePropagation();
                if (e.key.length === 1) { window.phAhead.text += e.key; } else if (e.key === 'Backspace') { window.phAhead.text = window.phAhead.text.slice(0, -1); }
            }, {signal, capture: true});
            document.addEventListener('keydown', e => {
                if (!layout.isConnected) { return; }
                if ((e.ctrlKey || e.metaKey) && !e.altKey && !e.shiftKey && e.key.toLowerCase() === 'k') {
                    e.preventDefault();
                    if (!document.querySelector('vaadin-dialog[opened]')) { window.phAhead = {text: '', until: Date.now() + 5000}; tell('palette'); }
                } else if (e.key === '?' && !e.ctrlKey && !e.metaKey && !typing(e) && !document.querySelector('vaadin-dialog[opened]')) {
                    e.preventDefault();
                    tell('help');
                }
            }, {signal});
            // What was typed into a dialog lives nowhere else yet. The palette's field is not worth a question.
            document.addEventListener('input', e => {
                const dialog = e.composedPath().find(n => n.localName === 'vaadin-dialog');
                if (dialog && !dialog.classList.contains('palette')) { dialog.phTyped = true; }
            }, {signal, capture: true});
            document.addEventListener('opened-changed', e => { if (e.target.localName === 'vaadin-dialog') { e.target.phTyped = false; } }, {signal, capture: true});
            window.addEventListener('beforeunload', e => {
                if ([...document.querySelectorAll('vaadin-dialog[opened]')].some(dialog => dialog.phTyped)) { e.preventDefault(); }
            }, {signal});
            """;

    /** Told "palette" or "help". */
    @FunctionalInterface
    interface Pressed {
        void on(String key);
    }

    private ShellKeys() {}

    static void listen(Component layout, Pressed pressed) {
        layout.addAttachListener(attached -> layout.getElement().executeJs(LISTEN));
        layout.getElement()
                .addEventListener(
                        "shell-key",
                        event -> pressed.on(
                                event.getEventData().get("event.detail.key").asString()))
                .addEventData("event.detail.key");
    }
}
