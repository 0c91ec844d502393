package org.packhaus.administration.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Pre;
import com.vaadin.flow.component.textfield.EmailField;
import com.vaadin.flow.component.textfield.TextField;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.packhaus.database.DatabaseTest;
import org.packhaus.security.NewUser;
import org.packhaus.security.OneTimeLinks;
import org.packhaus.security.Role;
import org.packhaus.security.UserId;
import org.packhaus.security.UserRow;
import org.packhaus.security.UserService;
import org.packhaus.seller.Mark;
import org.packhaus.seller.NewSeller;
import org.packhaus.seller.SellerId;
import org.packhaus.seller.SellerService;
import org.packhaus.seller.SenderAddress;
import org.packhaus.shell.ActionButton;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.config.annotation.authentication.configuration.AuthenticationConfiguration;
import org.springframework.security.core.context.SecurityContextHolder;

/**
 * The pattern for tests of a view without a browser: a signed-in user, a view in the real portal, what stands on it, what a click does to
 * the database. What only a browser can show belongs into the room {@code journey}.
 */
@DatabaseTest
class UsersViewTest extends SpringBrowserlessTest {
    private static final String PASSWORD = "correct horse battery";
    private static int count;

    @Autowired
    UserService users;

    @Autowired
    SellerService sellers;

    @Autowired
    OneTimeLinks links;

    @Autowired
    AuthenticationConfiguration authentication;

    @AfterEach
    void signOut() {
        SecurityContextHolder.clearContext();
    }

    @Test
    void anAdministratorInvitesSomebodyAndGetsALinkThatWorks() throws Exception {
        signIn(true);
        UsersView view = navigate(UsersView.class);
        press(view, "Invite user");
        InviteDialog dialog = $(InviteDialog.class).single();
        $(EmailField.class, dialog).single().setValue("lena@example.org");
        $(TextField.class, dialog).all().stream()
                .filter(field -> "Name".equals(field.getLabel()))
                .findFirst()
                .orElseThrow()
                .setValue("Lena Grosse");
        press(dialog, "Make link");

        String address = $(Pre.class, $(LinkDialog.class).single()).single().getText();
        assertThat(links.look(address.substring(address.lastIndexOf('/') + 1)))
                .hasValueSatisfying(user -> assertThat(user.name()).isEqualTo("Lena Grosse"));
        assertThat(listed(view)).contains("Lena Grosse");
    }

    @Test
    void anAddressThatIsTakenIsSaidBesideItsField() throws Exception {
        String mine = signIn(true);
        UsersView view = navigate(UsersView.class);
        press(view, "Invite user");
        InviteDialog dialog = $(InviteDialog.class).single();
        EmailField email = $(EmailField.class, dialog).single();
        email.setValue(mine);
        $(TextField.class, dialog).all().forEach(field -> field.setValue("Twice"));
        press(dialog, "Make link");

        assertThat(email.isInvalid()).isTrue();
        assertThat(email.getErrorMessage()).contains("already");
        assertThat(dialog.isOpened()).isTrue();
    }

    @Test
    void aManagerSeesAndInvitesTheirOwnPeopleOnly() throws Exception {
        SellerId mine = sellers.create(new NewSeller("Members " + ++count, new Mark("M", 1), SenderAddress.EMPTY));
        String email = signIn(false);
        UserId me = users.list().stream()
                .filter(row -> row.email().equals(email))
                .findFirst()
                .orElseThrow()
                .id();
        users.giveRole(me, mine, Role.MANAGER);
        users.create(new NewUser("stranger" + count + "@example.org", "A Stranger", PASSWORD, "en", false));
        UsersView view = navigate(UsersView.class);

        assertThat(listed(view)).containsExactly("Viewer " + (count));
        press(view, "Invite user");
        InviteDialog dialog = $(InviteDialog.class).single();
        assertThat($(Checkbox.class, dialog).all()).noneMatch(Checkbox::isVisible);
    }

    @Test
    void isNotThereForAnybodyElse() throws Exception {
        signIn(false);
        assertThatThrownBy(() -> navigate(UsersView.class)).isInstanceOf(RuntimeException.class);
    }

    private static Iterable<String> listed(UsersView view) {
        @SuppressWarnings("unchecked") // The view has one grid, of users.
        Grid<UserRow> grid = (Grid<UserRow>) view.getChildren()
                .flatMap(part -> part.getChildren())
                .filter(Grid.class::isInstance)
                .findFirst()
                .orElseThrow();
        return grid.getGenericDataView().getItems().map(UserRow::name).toList();
    }

    private void press(com.vaadin.flow.component.Component within, String words) {
        ActionButton button = (within instanceof Dialog dialog
                        ? java.util.stream.Stream.concat(
                                $(ActionButton.class, dialog).all().stream(),
                                dialog.getFooter()
                                        .getElement()
                                        .getChildren()
                                        .flatMap(child -> child.getComponent().stream())
                                        .filter(ActionButton.class::isInstance)
                                        .map(ActionButton.class::cast))
                        : $(ActionButton.class, within).all().stream())
                .filter(one -> one.words().equals(words))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no button " + words));
        test(button).click();
    }

    private String signIn(boolean administrator) throws Exception {
        String email = "view" + ++count + "@example.org";
        users.create(new NewUser(email, "Viewer " + count, PASSWORD, "en", administrator));
        SecurityContextHolder.getContext()
                .setAuthentication(authentication
                        .getAuthenticationManager()
                        .authenticate(UsernamePasswordAuthenticationToken.unauthenticated(email, PASSWORD)));
        return email;
    }
}
