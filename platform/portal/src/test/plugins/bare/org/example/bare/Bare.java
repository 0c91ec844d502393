package org.example.bare;

/** A JAR without an extension. */
public class Bare {}
