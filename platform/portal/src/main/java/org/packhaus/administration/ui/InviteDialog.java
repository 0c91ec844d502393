package org.packhaus.administration.ui;

import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.formlayout.FormLayout;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.EmailField;
import com.vaadin.flow.component.textfield.TextField;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.packhaus.security.Invitation;
import org.packhaus.security.Role;
import org.packhaus.security.UserException;
import org.packhaus.seller.SellerId;
import org.packhaus.seller.SellerRow;
import org.packhaus.shell.ActionButton;
import org.packhaus.shell.Problems;
import org.packhaus.shell.Texts;

/** Asks who is to come in, and what they may do. */
class InviteDialog extends Dialog {
    private final EmailField email = new EmailField(getTranslation("signin.name"));
    private final TextField name = new TextField(getTranslation("invite.name"));
    private final Select<Locale> language = new Select<>();
    private final Checkbox administrator = new Checkbox(getTranslation("users.administrator"));
    private final RoleTable roles;

    InviteDialog(
            String spoken,
            List<SellerRow> sellers,
            boolean administers,
            Function<SellerId, Set<Role>> offered,
            BiConsumer<Invitation, Map<SellerId, Set<Role>>> invite) {
        setHeaderTitle(getTranslation("users.invite"));
        setWidth("640px");
        email.setRequiredIndicatorVisible(true);
        email.setMaxLength(254);
        email.setAutofocus(true);
        name.setRequiredIndicatorVisible(true);
        name.setMaxLength(120);
        language.setLabel(getTranslation("user.language"));
        language.setItems(Texts.LANGUAGES);
        language.setItemLabelGenerator(tongue -> tongue.getDisplayLanguage(tongue));
        language.setValue(Texts.nearest(Locale.forLanguageTag(spoken)));
        roles = new RoleTable(sellers, Map.of(), offered);
        administrator.setVisible(administers);
        var heading = new H3(getTranslation("users.col.roles"));
        administrator.setHelperText(getTranslation("users.administrator.mark.help"));
        administrator.addValueChangeListener(change -> roles.setVisible(!change.getValue()));
        var help = new Paragraph(getTranslation("roles.help"));
        help.addClassName("help");
        var form = new FormLayout(email, name, language);
        form.setResponsiveSteps(new FormLayout.ResponsiveStep("0", 1), new FormLayout.ResponsiveStep("420px", 2));
        var all = new Div(form, heading, administrator, roles, help);
        all.addClassName("rows");
        add(all);
        getFooter()
                .add(
                        new ActionButton(null, getTranslation("cancel"), click -> close()).quiet(),
                        new ActionButton(null, getTranslation("invite.make"), click -> make(invite)).fill());
    }

    private void make(BiConsumer<Invitation, Map<SellerId, Set<Role>>> invite) {
        email.setInvalid(false);
        name.setInvalid(name.getValue().isBlank());
        if (name.isInvalid()) {
            name.setErrorMessage(getTranslation("invite.name.missing"));
            return;
        }
        try {
            invite.accept(
                    new Invitation(
                            email.getValue(),
                            name.getValue(),
                            language.getValue().getLanguage(),
                            administrator.getValue()),
                    administrator.getValue() ? Map.of() : roles.value());
            close();
        } catch (UserException e) {
            email.setErrorMessage(Problems.text(e));
            email.setInvalid(true);
        }
    }
}
