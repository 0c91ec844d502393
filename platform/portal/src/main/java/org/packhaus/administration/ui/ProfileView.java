package org.packhaus.administration.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import org.packhaus.security.ApiTokens;
import org.packhaus.security.CurrentUser;
import org.packhaus.security.MyAccount;
import org.packhaus.security.Passkeys;
import org.packhaus.security.UserException;
import org.packhaus.security.UserService;
import org.packhaus.seller.SellerService;
import org.packhaus.shell.ActionButton;
import org.packhaus.shell.Badge;
import org.packhaus.shell.Card;
import org.packhaus.shell.Icon;
import org.packhaus.shell.LookChoice;
import org.packhaus.shell.MainLayout;
import org.packhaus.shell.Problems;
import org.packhaus.shell.Toast;

/** One's own account: password, second factor, passkeys, API tokens, language and colours. */
@Route(value = "profile", layout = MainLayout.class)
@PermitAll
class ProfileView extends Div implements HasDynamicTitle {
    private final MyAccount account;
    private final CurrentUser user;
    private final Section factor = new Section();

    ProfileView(
            MyAccount account,
            Passkeys passkeys,
            ApiTokens tokens,
            CurrentUser user,
            UserService users,
            SellerService sellers) {
        this.account = account;
        this.user = user;
        addClassName("profile");
        var me = user.profile();
        var below = new Paragraph(me.email());
        below.addClassName("sub");
        var names = new Div(new H1(me.name()), below);
        names.addClassName("grow");
        var head = new Header(names);
        head.addClassName("head");
        var cards = new Div(
                card(new Section(), "profile.password", passwordForm()),
                factor,
                new PasskeysCard(passkeys),
                new TokensCard(tokens, user, sellers),
                card(new Section(), "profile.look", new LookChoice(user, users)));
        cards.addClassName("cards");
        add(head, cards);
        drawFactor();
    }

    private Section card(Section card, String key, Component... inside) {
        var in = new Div(inside);
        in.addClassNames("in", "rows");
        Card.head(card, getTranslation(key)).add(in);
        return card;
    }

    private Div passwordForm() {
        var old = password("profile.password.old", "current-password");
        var wanted = password("join.password", "new-password");
        var again = password("join.again", "new-password");
        wanted.setHelperText(getTranslation("join.password.help"));
        var change = new ActionButton(null, getTranslation("profile.password.change"), click -> {
            old.setInvalid(false);
            wanted.setInvalid(false);
            again.setInvalid(!wanted.getValue().equals(again.getValue()));
            if (again.isInvalid()) {
                again.setErrorMessage(getTranslation("join.differ"));
                return;
            }
            try {
                account.changePassword(old.getValue(), wanted.getValue());
                old.clear();
                wanted.clear();
                again.clear();
                Toast.done(getTranslation("profile.password.done"));
            } catch (UserException e) {
                var field = e.code().equals("user-password-wrong") ? old : wanted;
                field.setErrorMessage(Problems.text(e));
                field.setInvalid(true);
            }
        });
        var form = new Div(old, wanted, again, change);
        form.addClassName("rows");
        return form;
    }

    private PasswordField password(String key, String autocomplete) {
        var field = new PasswordField(getTranslation(key));
        field.getElement().setAttribute("autocomplete", autocomplete);
        field.setWidthFull();
        return field;
    }

    private void drawFactor() {
        var means = new Paragraph(getTranslation("factor.means"));
        means.addClassName("two");
        if (!user.profile().secondFactor()) {
            card(
                    factor,
                    "factor.title",
                    means,
                    new ActionButton(Icon.KEY, getTranslation("factor.set-up"), click -> setUp()));
            return;
        }
        int left = account.recoveryCodesLeft();
        var state = new Div(
                new Badge(Badge.Tone.OK, Icon.TICK, getTranslation("factor.on")),
                new Span(getTranslation("factor.codes-left", left)));
        state.addClassName("fx");
        var deeds = new Div(
                new ActionButton(
                        Icon.AGAIN,
                        getTranslation("factor.new-codes"),
                        click -> new PasswordDialog(
                                        "factor.new-codes",
                                        "factor.new-codes.means",
                                        typed -> new CodesDialog(account.newRecoveryCodes(typed), this::drawFactor)
                                                .open())
                                .open()),
                new ActionButton(
                                null,
                                getTranslation("factor.end"),
                                click -> new PasswordDialog("factor.end", "factor.end.means", typed -> {
                                            account.endSecondFactor(typed);
                                            drawFactor();
                                        })
                                        .open())
                        .danger());
        deeds.addClassName("fx");
        card(factor, "factor.title", state, means, deeds);
    }

    private void setUp() {
        new FactorDialog(account.proposeSecondFactor(), (proposed, code) -> {
                    var codes = account.confirmSecondFactor(proposed, code);
                    drawFactor();
                    new CodesDialog(codes, this::drawFactor).open();
                })
                .open();
    }

    @Override
    public String getPageTitle() {
        return getTranslation("user.profile") + " · Packhaus";
    }
}
