package org.packhaus.desk.ui;

import com.vaadin.flow.component.grid.Grid;

/**
 * The list under the fingers. j and k move with the grid's own arrow keys, so focus, scrolling and screen reader behave as always; the
 * other keys go to the server with the row that has the focus. Nothing happens while somebody types or a dialog is open.
 */
final class ListKeys {

    private static final String LISTEN = """
            const grid = this;
            const typing = e => e.composedPath().some(n => n.tagName && (/^(INPUT|TEXTAREA|SELECT)$/.test(n.tagName) && n.type !== 'checkbox' || n.isContentEditable))
                || document.querySelector('vaadin-dialog[opened], vaadin-confirm-dialog[opened], vaadin-popover[opened], vaadin-select[opened]');
            const rowKey = () => {
                const cell = grid.shadowRoot.activeElement;
                const focused = cell && cell.closest('tr');
                return focused && focused._item ? focused._item.key : '';
            };
            const move = key => {
                const items = grid.shadowRoot.querySelector('#items');
                if (!grid.shadowRoot.activeElement || !items.contains(grid.shadowRoot.activeElement)) {
                    const first = items.querySelector('tr:not([hidden]) td:nth-child(3)') || items.querySelector('tr:not([hidden]) td');
                    if (first) { first.focus(); }
                    return;
                }
                grid.shadowRoot.activeElement.dispatchEvent(new KeyboardEvent('keydown', {key, bubbles: true, composed: true, cancelable: true}));
            };
            const open = e => {
                const from = e.composedPath()[0];
                const row = from.tagName === 'TD' && from.closest('tr');
                if (!row || !row._item || !grid.shadowRoot.contains(row)) { return; }
                const link = [...row.querySelectorAll('slot')].flatMap(slot => slot.assignedElements())
                    .map(cell => cell.querySelector('.no a')).find(found => found);
                if (link) { e.preventDefault(); link.click(); }
            };
            // A list that was left must not hear the keys of the next one.
            const pressed = e => {
                if (!grid.isConnected) { document.removeEventListener('keydown', pressed); return; }
                if (e.ctrlKey || e.metaKey || e.altKey || typing(e)) { return; }
                if (e.key === 'j') { move('ArrowDown'); e.preventDefault(); return; }
                if (e.key === 'k') { move('ArrowUp'); e.preventDefault(); return; }
                if (e.key === 'Enter') { open(e); return; }
                if ('/xlpchX'.includes(e.key) && e.key.length === 1) {
                    e.preventDefault();
                    grid.dispatchEvent(new CustomEvent('list-key', {detail: {key: e.key, row: rowKey()}}));
                }
            };
            if (grid.phKeys) { document.removeEventListener('keydown', grid.phKeys); }
            grid.phKeys = pressed;
            document.addEventListener('keydown', pressed);
            """;

    /** Told which key was pressed on which row; the row's key is empty when none has the focus. */
    @FunctionalInterface
    interface Pressed {
        void on(String key, String rowKey);
    }

    private ListKeys() {}

    static void listen(Grid<?> grid, Pressed pressed) {
        grid.addAttachListener(attached -> grid.getElement().executeJs(LISTEN));
        grid.getElement()
                .addEventListener(
                        "list-key",
                        event -> pressed.on(
                                event.getEventData().get("event.detail.key").asString(),
                                event.getEventData().get("event.detail.row").asString()))
                .addEventData("event.detail.key")
                .addEventData("event.detail.row");
    }
}
