package org.packhaus.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.packhaus.demo.RunningDemo;

/** Starts browser and demo with the first journey, keeps them for all the others, and shuts the browser's windows after each. */
final class HouseKeeper implements BeforeAllCallback, AfterEachCallback, ParameterResolver {
    private static final ExtensionContext.Namespace OURS = ExtensionContext.Namespace.create(HouseKeeper.class);

    @Override
    public void beforeAll(ExtensionContext context) {
        needs(Chromium.isInstalled(), "SKIPPED: no Chromium found; install it or set PACKHAUS_CHROMIUM to its path");
        needs(
                RunningDemo.pluginsAreBuilt(),
                "SKIPPED: the plugins are not packaged yet (mvn verify packages them before this test)");
        needs(
                HouseKeeper.class.getResource("/META-INF/VAADIN/webapp/index.html") != null,
                "SKIPPED: the front end is not built yet (mvn verify builds it before this test)");
    }

    /** Where every change is tested, a journey that nobody went is a fault. */
    private static void needs(boolean there, String otherwise) {
        if ("must".equals(System.getenv("PACKHAUS_JOURNEYS"))) {
            assertThat(there).as(otherwise).isTrue();
        } else {
            assumeTrue(there, otherwise);
        }
    }

    private static House house(ExtensionContext context) {
        return context.getRoot().getStore(OURS).computeIfAbsent("house", key -> new House(), House.class);
    }

    @Override
    public void afterEach(ExtensionContext context) {
        house(context)
                .everybodyLeaves(
                        context.getDisplayName(),
                        context.getExecutionException().isPresent());
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == House.class;
    }

    @Override
    public House resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return house(context);
    }
}
