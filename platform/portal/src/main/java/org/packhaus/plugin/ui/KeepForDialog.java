package org.packhaus.plugin.ui;

import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.checkbox.CheckboxGroupVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.packhaus.plugin.PluginDetails;
import org.packhaus.seller.SellerId;
import org.packhaus.seller.SellerRow;
import org.packhaus.shell.ActionButton;

/** With which sellers a plugin is tried before the others get it. */
class KeepForDialog extends Dialog {

    KeepForDialog(PluginDetails plugin, List<SellerRow> sellers, Consumer<Set<SellerId>> chosen) {
        setHeaderTitle(getTranslation("plugins.keep-for.title", plugin.row().id()));
        setWidth("480px");
        var some = new CheckboxGroup<SellerRow>(getTranslation("plugins.keep-for.sellers"));
        some.setItems(sellers);
        some.setItemLabelGenerator(SellerRow::name);
        some.addThemeVariants(CheckboxGroupVariant.LUMO_VERTICAL);
        some.setValue(sellers.stream()
                .filter(seller -> plugin.onlyFor().contains(seller.id()))
                .collect(Collectors.toSet()));
        var help = new Paragraph(getTranslation("plugins.keep-for.means"));
        help.addClassName("help");
        var all = new Div(some, help);
        all.addClassName("rows");
        add(all);
        getFooter()
                .add(
                        new ActionButton(null, getTranslation("cancel"), click -> close()).quiet(),
                        new ActionButton(null, getTranslation("save"), click -> {
                                    close();
                                    chosen.accept(some.getValue().stream()
                                            .map(SellerRow::id)
                                            .collect(Collectors.toUnmodifiableSet()));
                                })
                                .fill());
    }
}
