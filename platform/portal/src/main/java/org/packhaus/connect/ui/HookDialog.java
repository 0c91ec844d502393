package org.packhaus.connect.ui;

import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;
import org.packhaus.connect.Account;
import org.packhaus.shell.ActionButton;
import org.packhaus.shell.Clipboard;
import org.packhaus.shell.Formats;
import org.packhaus.shell.Icon;
import org.packhaus.shell.Toast;
import org.packhaus.tracking.HookRow;

/** The address at which a carrier tells that something happened to a parcel; the word in it is shown once. */
final class HookDialog extends Dialog {

    private final Account account;
    private final AccountTools tools;
    private final Div rows = new Div();

    HookDialog(Account account, AccountTools tools, Formats formats) {
        this.account = account;
        this.tools = tools;
        setHeaderTitle(getTranslation("hook.title", account.row().name()));
        setWidth("560px");
        rows.addClassName("rows");
        rows.add(new Paragraph(getTranslation("hook.help")));
        tools.hook(account).ifPresent(hook -> rows.add(new Paragraph(said(hook, formats))));
        add(rows);
        var make = new ActionButton(
                Icon.PLUG, getTranslation(tools.hook(account).isPresent() ? "hook.again" : "hook.make"), click -> {
                    click.getSource().setVisible(false);
                    show();
                });
        getFooter().add(new ActionButton(null, getTranslation("close"), click -> close()).quiet(), make.fill());
    }

    private String said(HookRow hook, Formats formats) {
        return hook.heardAt() == null
                ? getTranslation("hook.silent", formats.date(hook.madeAt()), hook.madeBy())
                : getTranslation(
                        "hook.heard", formats.date(hook.madeAt()), hook.madeBy(), formats.when(hook.heardAt()));
    }

    private void show() {
        var address = new TextField(getTranslation("hook.address"));
        address.setValue(tools.makeHook(account));
        address.setReadOnly(true);
        address.setWidthFull();
        rows.removeAll();
        rows.add(
                new Paragraph(getTranslation("hook.once")),
                address,
                new ActionButton(Icon.COPY, getTranslation("hook.copy"), click -> {
                            Clipboard.copy(address, address.getValue());
                            Toast.done(getTranslation("hook.copied"));
                        })
                        .small());
    }
}
