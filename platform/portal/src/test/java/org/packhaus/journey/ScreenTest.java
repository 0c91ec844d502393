package org.packhaus.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteAlias;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Whoever walks over all screens forgets none. */
class ScreenTest {

    @Test
    void everyRouteHasItsLine() {
        var routes = new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests()).importPackages("org.packhaus").stream()
                        .filter(view -> view.isAnnotatedWith(Route.class))
                        .map(JavaClass::reflect)
                        .flatMap(ScreenTest::routes)
                        .toList();

        assertThat(Screen.routes()).containsExactlyInAnyOrderElementsOf(routes);
    }

    private static Stream<String> routes(Class<?> view) {
        return Stream.concat(
                Arrays.stream(view.getAnnotationsByType(Route.class)).map(Route::value),
                Arrays.stream(view.getAnnotationsByType(RouteAlias.class)).map(RouteAlias::value));
    }
}
