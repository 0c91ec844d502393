package org.packhaus.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.packhaus.database.DatabaseTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.core.context.SecurityContextHolder;

@DatabaseTest
class FirstAdministratorTest {
    private static final NewUser WANTED =
            new NewUser("First@Example.org", "First", "correct horse battery", "zh", false);

    @Autowired
    FirstAdministrator first;

    @Autowired
    CurrentUser current;

    @Autowired
    JdbcClient jdbc;

    @BeforeEach
    @AfterEach
    void emptyHouse() {
        SecurityContextHolder.clearContext();
        jdbc.sql("delete from app_user").update();
        first.prepare();
    }

    @Test
    void whoReadsTheCodeBecomesAdministratorAndIsSignedIn() throws Exception {
        String code = Files.readString(first.codeFile());
        var request = new MockHttpServletRequest();
        String before = request.getSession().getId();

        first.begin("  " + code + "\n", WANTED, request, new MockHttpServletResponse());

        assertThat(current.profile().administrator()).isTrue();
        assertThat(current.profile().email()).isEqualTo("first@example.org");
        assertThat(current.profile().lastSignIn()).isNotNull();
        assertThat(request.getSession().getId()).isNotEqualTo(before);
        assertThat(first.codeFile()).doesNotExist();
    }

    @Test
    void aWrongCodeCreatesNobody() {
        assertThatThrownBy(() -> first.create("0000", WANTED))
                .isInstanceOfSatisfying(
                        UserException.class, e -> assertThat(e.code()).isEqualTo("setup-closed"));
        assertThatThrownBy(() -> first.create("", WANTED)).isInstanceOf(UserException.class);
        assertThat(first.isNeeded()).isTrue();
    }

    @Test
    void aWeakPasswordUsesNothingUp() throws Exception {
        String code = Files.readString(first.codeFile());
        assertThatThrownBy(() -> first.create(code, new NewUser("a@example.org", "A", "short", "en", true)))
                .isInstanceOf(UserException.class);
        assertThat(first.accepts(code)).isTrue();
    }

    @Test
    void onceThereIsAUserTheRightCodeOpensNothing() throws Exception {
        String code = Files.readString(first.codeFile());
        first.create(code, WANTED);
        Files.writeString(first.codeFile(), code);

        assertThat(first.isNeeded()).isFalse();
        assertThatThrownBy(() -> first.create(code, new NewUser("b@example.org", "B", "correct horse b", "en", true)))
                .isInstanceOf(UserException.class);
    }
}
