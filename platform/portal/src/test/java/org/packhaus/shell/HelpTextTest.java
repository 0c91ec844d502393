package org.packhaus.shell;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.router.Route;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whoever adds a screen says what it is for, in every language. */
class HelpTextTest {

    private static List<Class<? extends Component>> screens() {
        return new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS).importPackages("org.packhaus").stream()
                        .filter(type -> type.isAnnotatedWith(Route.class))
                        .map(HelpTextTest::view)
                        .filter(view -> view.getAnnotation(Route.class).layout() == MainLayout.class)
                        .toList();
    }

    private static Class<? extends Component> view(JavaClass type) {
        return type.reflect().asSubclass(Component.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "de", "zh"})
    void everyScreenHasHelp(String language) {
        assertThat(screens()).hasSizeGreaterThan(20).allSatisfy(view -> {
            Optional<HelpText> text = HelpText.of(view, Locale.forLanguageTag(language));
            assertThat(text).as(HelpText.screen(view)).isPresent();
            assertThat(text.get().title()).as(HelpText.screen(view)).isNotBlank();
            assertThat(text.get().about()).as(HelpText.screen(view)).isNotBlank();
            assertThat(text.get().deeds()).as(HelpText.screen(view)).hasSizeBetween(2, 6);
            assertThat(text.get().section()).as(HelpText.screen(view)).isNotBlank();
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "de", "zh"})
    void theSectionThatIsNamedIsInTheGuide(String language) throws java.io.IOException {
        var guide = java.nio.file.Files.readString(
                java.nio.file.Path.of("../../docs/user-guide/" + language + "/README.md"));
        assertThat(screens()).allSatisfy(view -> {
            String section = HelpText.of(view, Locale.forLanguageTag(language))
                    .orElseThrow()
                    .section();
            assertThat(guide.lines().filter(line -> line.startsWith("#")).map(line -> line.replaceFirst("#+ ", "")))
                    .as(HelpText.screen(view))
                    .contains(section);
        });
    }

    @Test
    void anotherLanguageReadsEnglish() {
        var view = screens().getFirst();
        assertThat(HelpText.of(view, Locale.FRENCH)).isEqualTo(HelpText.of(view, Locale.ENGLISH));
    }
}
