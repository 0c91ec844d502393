package org.packhaus.administration.ui;

import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Pre;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.packhaus.security.ApiTokens;
import org.packhaus.security.CurrentUser;
import org.packhaus.security.NewToken;
import org.packhaus.security.Permission;
import org.packhaus.security.TokenRow;
import org.packhaus.security.TokenWish;
import org.packhaus.security.UserException;
import org.packhaus.seller.SellerRow;
import org.packhaus.seller.SellerService;
import org.packhaus.shell.ActionButton;
import org.packhaus.shell.Card;
import org.packhaus.shell.Clipboard;
import org.packhaus.shell.Formats;
import org.packhaus.shell.Icon;
import org.packhaus.shell.Problems;
import org.packhaus.shell.Toast;

/** One's own API tokens: for which program, with what rights, used when; make, revoke. */
class TokensCard extends Section {
    private static final List<Integer> DAYS = List.of(30, 90, 365);

    private final ApiTokens tokens;
    private final CurrentUser user;
    private final List<SellerRow> sellers;
    private final Formats formats = Formats.current();

    TokensCard(ApiTokens tokens, CurrentUser user, SellerService sellers) {
        this.tokens = tokens;
        this.user = user;
        this.sellers = user.inFullScope(sellers::list);
        draw();
    }

    private void draw() {
        var means = new Paragraph(getTranslation("token.means"));
        means.addClassName("two");
        var in = new Div(means);
        in.addClassNames("in", "rows");
        var mine = tokens.mine();
        if (!mine.isEmpty()) {
            var list = new UnorderedList();
            list.addClassName("keys2");
            mine.forEach(row -> list.add(line(row)));
            in.add(list);
        }
        in.add(new ActionButton(Icon.PLUS, getTranslation("token.make"), click -> new MakeDialog().open()));
        Card.head(this, getTranslation("token.title")).add(in);
    }

    private ListItem line(TokenRow row) {
        var name = new Span(row.name() + " · " + row.hint() + "…");
        name.addClassName("l1");
        var last = row.lastUsed();
        var used = new Span(
                row.expires().isBefore(formats.now())
                        ? getTranslation("token.over", formats.date(row.expires()))
                        : last == null
                                ? getTranslation("token.never", formats.date(row.expires()))
                                : getTranslation("token.used", formats.when(last), formats.date(row.expires())));
        used.addClassNames("xs", "two");
        var may = new Span(row.permissions().stream()
                        .map(permission -> getTranslation(key(permission)))
                        .collect(Collectors.joining(", "))
                + " · "
                + sellers.stream()
                        .filter(seller -> row.sellers().contains(seller.id()))
                        .map(SellerRow::name)
                        .collect(Collectors.joining(", ")));
        may.addClassNames("xs", "two");
        var words = new Div(name, may, used);
        words.addClassNames("grow", "stack2");
        var revoke = new ActionButton(null, getTranslation("token.revoke"), click -> {
                    tokens.revoke(row.id());
                    draw();
                    Toast.done(getTranslation("token.revoked", row.name()));
                })
                .small();
        revoke.setAriaLabel(getTranslation("token.revoke") + ": " + row.name());
        var line = new ListItem(words, revoke);
        line.addClassName("fx");
        return line;
    }

    private static String key(Permission permission) {
        return "permission." + permission.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Asks what the token is for and what it may do, offering no more than its owner may. */
    private final class MakeDialog extends Dialog {
        private final TextField name = new TextField(getTranslation("token.name"));
        private final MultiSelectComboBox<Permission> permissions = new MultiSelectComboBox<>();
        private final MultiSelectComboBox<SellerRow> chosen = new MultiSelectComboBox<>();
        private final Select<Integer> days = new Select<>();

        MakeDialog() {
            setHeaderTitle(getTranslation("token.make"));
            setWidth("520px");
            name.setMaxLength(60);
            name.setPlaceholder(getTranslation("token.name.example"));
            name.setAutofocus(true);
            permissions.setLabel(getTranslation("token.permissions"));
            permissions.setItems(Arrays.stream(Permission.values())
                    .filter(permission -> permission != Permission.ADMINISTER
                            && sellers.stream().anyMatch(seller -> user.may(permission, seller.id())))
                    .toList());
            permissions.setItemLabelGenerator(permission -> getTranslation(key(permission)));
            permissions.setValue(Set.of(Permission.SEE_ORDERS));
            chosen.setLabel(getTranslation("nav.sellers"));
            chosen.setItems(sellers);
            chosen.setItemLabelGenerator(SellerRow::name);
            chosen.setValue(Set.copyOf(sellers));
            days.setLabel(getTranslation("token.good-for"));
            days.setItems(DAYS);
            days.setItemLabelGenerator(offered -> getTranslation("token.days", offered));
            days.setValue(90);
            name.setWidthFull();
            permissions.setWidthFull();
            chosen.setWidthFull();
            days.setWidthFull();
            var all = new Div(name, permissions, chosen, days);
            all.addClassName("rows");
            add(all);
            getFooter()
                    .add(
                            new ActionButton(null, getTranslation("cancel"), click -> close()).quiet(),
                            new ActionButton(null, getTranslation("token.make"), click -> make()).fill());
        }

        private void make() {
            try {
                var made = tokens.make(new TokenWish(
                        name.getValue(),
                        permissions.getValue(),
                        chosen.getValue().stream().map(SellerRow::id).collect(Collectors.toSet()),
                        Duration.ofDays(days.getValue())));
                close();
                draw();
                show(made);
            } catch (UserException e) {
                var field = e.code().equals("token-name") ? name : permissions;
                name.setInvalid(field == name);
                permissions.setInvalid(field == permissions);
                name.setErrorMessage(Problems.text(e));
                permissions.setErrorMessage(Problems.text(e));
            }
        }
    }

    /** Once. */
    private void show(NewToken made) {
        var secret = new Pre(made.secret());
        secret.addClassName("command");
        secret.getElement().setAttribute("tabindex", "0");
        var shown = new Dialog(new Paragraph(getTranslation("token.once")), secret);
        shown.setHeaderTitle(made.row().name());
        shown.setWidth("640px");
        shown.setCloseOnOutsideClick(false);
        shown.getFooter()
                .add(
                        new ActionButton(
                                Icon.COPY, getTranslation("factor.codes.copy"), click -> Clipboard.copyShown(secret)),
                        new ActionButton(null, getTranslation("factor.codes.kept"), click -> shown.close()).fill());
        shown.open();
    }
}
