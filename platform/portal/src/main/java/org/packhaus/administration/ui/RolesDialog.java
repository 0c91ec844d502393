package org.packhaus.administration.ui;

import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.packhaus.security.Role;
import org.packhaus.security.UserRow;
import org.packhaus.seller.SellerId;
import org.packhaus.seller.SellerRow;
import org.packhaus.shell.ActionButton;

/** What a user may do, for which seller. */
class RolesDialog extends Dialog {

    RolesDialog(
            UserRow user,
            List<SellerRow> sellers,
            boolean self,
            boolean administers,
            Function<SellerId, Set<Role>> offered,
            BiConsumer<Boolean, Map<SellerId, Set<Role>>> save) {
        setHeaderTitle(getTranslation("roles.title", user.name()));
        setWidth("640px");
        var administrator = new Checkbox(getTranslation("users.administrator"), user.administrator());
        administrator.setReadOnly(self);
        administrator.setHelperText(
                getTranslation(self ? "users.administrator.self" : "users.administrator.mark.help"));
        administrator.setVisible(administers);
        var table = new RoleTable(sellers, user.roles(), offered);
        table.setVisible(!user.administrator());
        administrator.addValueChangeListener(change -> table.setVisible(!change.getValue()));
        var help = new Paragraph(getTranslation("roles.help"));
        help.addClassName("help");
        var all = new Div(administrator, table, help);
        all.addClassName("rows");
        add(all);
        getFooter()
                .add(
                        new ActionButton(null, getTranslation("cancel"), click -> close()).quiet(),
                        new ActionButton(null, getTranslation("save"), click -> {
                                    close();
                                    save.accept(administrator.getValue(), table.value());
                                })
                                .fill());
    }

    static String key(Role role) {
        return "role." + role.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
