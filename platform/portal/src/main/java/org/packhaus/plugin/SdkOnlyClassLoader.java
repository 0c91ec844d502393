package org.packhaus.plugin;

import java.util.List;
import org.packhaus.sdk.Connectable;

/** What a plugin sees of the world: the JDK and the SDK with the four libraries the SDK speaks; nothing of the portal. */
final class SdkOnlyClassLoader extends ClassLoader {
    private static final List<String> SHOWN =
            List.of("org.packhaus.sdk.", "org.pf4j.", "org.slf4j.", "org.jspecify.", "jakarta.validation.");

    private final ClassLoader host = Connectable.class.getClassLoader();

    SdkOnlyClassLoader() {
        super("sdk-only", ClassLoader.getPlatformClassLoader());
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
        if (SHOWN.stream().noneMatch(name::startsWith)) {
            throw new ClassNotFoundException(
                    name + ": a plugin sees the JDK and the SDK only; put your own libraries into your JAR");
        }
        return host.loadClass(name);
    }
}
