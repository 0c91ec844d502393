package org.packhaus.sandbox;

/** Starts the sandbox. */
public final class Sandbox {
    private Sandbox() {}

    public static void main(String[] args) {
        System.out.println("sandbox");
    }
}
