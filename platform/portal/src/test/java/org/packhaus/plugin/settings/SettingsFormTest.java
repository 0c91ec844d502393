package org.packhaus.plugin.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.math.BigDecimal;
import java.net.URI;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.packhaus.plugin.SettingsField;
import org.packhaus.plugin.SettingsField.Kind;
import org.packhaus.plugin.SettingsField.Option;
import org.packhaus.sdk.InvalidSettings;
import org.packhaus.sdk.Secret;

class SettingsFormTest {
    private final SettingsCheck check = new SettingsCheck();
    private final SettingsForm form = new SettingsForm(Account.class, SettingsFormTest.class, check);

    /** How to send. */
    enum Mode {
        TEST,
        LIVE
    }

    /** One component of every kind. */
    record Account(
            @NotBlank String user,
            @NotNull Secret password,
            Optional<@Pattern(regexp = "[0-9]+") String> number,
            String note,
            Optional<URI> address,
            @Max(10) int copies,
            Optional<BigDecimal> discount,
            Optional<LocalTime> pickUp,
            boolean dayEnd,
            Mode mode) {}

    /** With a component no form can show. */
    record Strange(List<String> names) {}

    @AfterEach
    void close() {
        check.close();
    }

    @Test
    void describesTheFieldsInTheRecordsOrderAndInTheUsersLanguage() {
        List<SettingsField> fields = form.fields(Locale.GERMANY);

        assertThat(fields)
                .extracting(SettingsField::name)
                .containsExactly(
                        "user",
                        "password",
                        "number",
                        "note",
                        "address",
                        "copies",
                        "discount",
                        "pickUp",
                        "dayEnd",
                        "mode");
        assertThat(fields)
                .extracting(SettingsField::kind)
                .containsExactly(
                        Kind.TEXT,
                        Kind.SECRET,
                        Kind.TEXT,
                        Kind.TEXT,
                        Kind.URI,
                        Kind.INTEGER,
                        Kind.DECIMAL,
                        Kind.TIME,
                        Kind.BOOLEAN,
                        Kind.CHOICE);
        assertThat(fields)
                .filteredOn(SettingsField::required)
                .extracting(SettingsField::name)
                .containsExactly("user", "password", "copies", "mode");
        SettingsField user = fields.getFirst();
        assertThat(user.label()).isEqualTo("Benutzer");
        assertThat(user.help()).isEqualTo("As at the business customer portal.");
        assertThat(fields.get(1).secret()).isTrue();
        assertThat(fields.getLast().options()).containsExactly(new Option("TEST", "Test"), new Option("LIVE", "LIVE"));
        assertThat(fields.get(5).initial()).isEqualTo("2");
        assertThat(form.secrets()).containsExactly("password");
    }

    @Test
    void hasThePluginsWordsForWhatIsNoField() {
        assertThat(form.words("return-reason.TORN", Locale.GERMANY)).contains("Zerrissen");
        assertThat(form.words("return-reason.TORN", Locale.CHINESE)).contains("Torn");
        assertThat(form.words("return-reason.EATEN", Locale.GERMANY)).isEmpty();
    }

    @Test
    void makesTheRecordFromTexts() throws InvalidSettings {
        Map<String, String> values = values();
        values.putAll(Map.of(
                "address", "https://api.example.org/v2", "discount", "2.50", "pickUp", "16:30", "dayEnd", "true"));
        values.put("number", "12");
        values.put("unknown", "a field of an older version");

        assertThat(form.bind(values))
                .isEqualTo(new Account(
                        "anna",
                        Secret.of(" secret "),
                        Optional.of("12"),
                        "",
                        Optional.of(URI.create("https://api.example.org/v2")),
                        2,
                        Optional.of(new BigDecimal("2.50")),
                        Optional.of(LocalTime.of(16, 30)),
                        true,
                        Mode.TEST));
    }

    @ParameterizedTest
    @CsvSource({
        "user, '', must not be blank",
        "password, '', must not be blank",
        "number, twelve, 'must match \"[0-9]+\"'",
        "copies, eleven, this is no integer the plugin understands",
        "copies, 11, must be less than or equal to 10",
        "mode, SECRET, this is no choice the plugin understands",
        "mode, '', a value is missing",
        "pickUp, 25:00, this is no time the plugin understands",
        "discount, cheap, this is no decimal the plugin understands",
        "address, 'http://a b', this is no uri the plugin understands",
        "dayEnd, yes, this is no boolean the plugin understands"
    })
    void saysWhichComponentIsWrongAndWhy(String component, String value, String why) {
        Map<String, String> values = values();
        values.put(component, value);

        InvalidSettings wrong = catchThrowableOfType(InvalidSettings.class, () -> form.bind(values));

        assertThat(wrong.component()).contains(component);
        assertThat(wrong.text()).isEqualTo("The setting '" + component + "' is not right: " + why + ".");
    }

    @Test
    void refusesARecordNoFormCanShow() {
        assertThatThrownBy(() -> new SettingsForm(Strange.class, SettingsFormTest.class, check))
                .hasMessageContaining("names is a java.util.List");
    }

    private static Map<String, String> values() {
        return new HashMap<>(Map.of("user", " anna ", "password", " secret ", "mode", "TEST"));
    }
}
