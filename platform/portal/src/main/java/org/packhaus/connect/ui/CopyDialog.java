package org.packhaus.connect.ui;

import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import java.util.List;
import java.util.function.Consumer;
import org.packhaus.connect.Account;
import org.packhaus.seller.SellerRow;
import org.packhaus.shell.ActionButton;

/** Asks which seller gets the same connection. */
class CopyDialog extends Dialog {

    CopyDialog(Account account, List<SellerRow> others, Consumer<SellerRow> chosen) {
        setHeaderTitle(getTranslation("connection.copy.of", account.row().name()));
        setWidth("440px");
        var to = new ComboBox<SellerRow>(getTranslation("connection.copy.to"));
        to.setItems(others);
        to.setItemLabelGenerator(SellerRow::name);
        to.setWidthFull();
        var help = new Paragraph(getTranslation("connection.copy.secrets"));
        help.addClassName("help");
        var all = new Div(to, help);
        all.addClassName("rows");
        add(all);
        var go = new ActionButton(null, getTranslation("connection.copy.next"), click -> {
                    close();
                    chosen.accept(to.getValue());
                })
                .fill();
        go.setEnabled(false);
        to.addValueChangeListener(change -> go.setEnabled(!to.isEmpty()));
        getFooter().add(new ActionButton(null, getTranslation("cancel"), click -> close()).quiet(), go);
    }
}
