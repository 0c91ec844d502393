package org.packhaus.plugin;

import java.io.IOException;
import java.io.InputStream;

/**
 * Sweeps the last plugin's classes out of the JDK. Measured on 25: the method handles from which {@code equals} and {@code hashCode} of a
 * record are put together remember, softly, the last foreign class they were made for, and with it its class loader, until memory runs
 * short. So another foreign class takes that place: this one, loaded once more.
 */
record Broom(Bristle bristle, String handle) {

    /** Also a component of a foreign class is remembered. */
    record Bristle(String hair) {}

    private static final class Cupboard extends ClassLoader {
        Cupboard() {
            super("broom", ClassLoader.getPlatformClassLoader());
        }

        @Override
        protected Class<?> findClass(String name) throws ClassNotFoundException {
            if (!name.startsWith(Broom.class.getName())) {
                throw new ClassNotFoundException(name);
            }
            try (InputStream in =
                    Broom.class.getResourceAsStream(name.substring(name.lastIndexOf('.') + 1) + ".class")) {
                if (in == null) {
                    throw new ClassNotFoundException(name);
                }
                byte[] code = in.readAllBytes();
                return defineClass(name, code, 0, code.length);
            } catch (IOException e) {
                throw new ClassNotFoundException(name, e);
            }
        }
    }

    static void sweep() {
        try {
            Class<?> type = new Cupboard().loadClass(Broom.class.getName());
            var sweep = type.getDeclaredMethod("everyGeneratedMethod");
            sweep.setAccessible(true);
            sweep.invoke(null);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Called on the other copy of this class. */
    @SuppressWarnings("unused")
    private static boolean everyGeneratedMethod() {
        Broom one = new Broom(new Bristle("a"), "b");
        Broom other = new Broom(new Bristle("a"), "b");
        return one.equals(other)
                && one.hashCode() == other.hashCode()
                && one.toString().equals(other.toString());
    }
}
