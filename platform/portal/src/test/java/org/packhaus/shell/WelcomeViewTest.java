package org.packhaus.shell;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.textfield.EmailField;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.component.textfield.TextField;
import org.junit.jupiter.api.Test;
import org.packhaus.database.DatabaseTest;
import org.packhaus.security.NewUser;
import org.packhaus.security.UserService;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@DatabaseTest
class WelcomeViewTest extends SpringBrowserlessTest {

    @Autowired
    UserService users;

    @Autowired
    JdbcClient jdbc;

    @Test
    void withoutAUserTheSignInLeadsHere() {
        jdbc.sql("delete from app_user").update();
        navigate("login", WelcomeView.class);
    }

    @Test
    void aWrongCodeIsSaidBesideItsField() {
        jdbc.sql("delete from app_user").update();
        navigate("welcome", WelcomeView.class);
        press("Continue");
        TextField code = $(TextField.class).all().getFirst();
        $(TextField.class).all().forEach(field -> field.setValue("Lena"));
        $(EmailField.class).single().setValue("lena@example.org");
        $(PasswordField.class).single().setValue("correct horse battery");
        press("Create account");

        assertThat(code.isInvalid()).isTrue();
        assertThat($(H1.class).single().getText()).isEqualTo("Who looks after this install?");
        assertThat(users.list()).isEmpty();
    }

    @Test
    void isClosedOnceThereIsAUser() {
        users.create(new NewUser("here@example.org", "Here", "correct horse battery", "en", true));
        navigate("welcome", LoginView.class);
    }

    private void press(String words) {
        test($(ActionButton.class).all().stream()
                        .filter(one -> one.words().equals(words))
                        .findFirst()
                        .orElseThrow())
                .click();
    }
}
