package org.packhaus.sandbox.world;

/** One box a product comes in: grams and millimetres. */
public record PackingUnit(int weight, int length, int width, int height) {}
