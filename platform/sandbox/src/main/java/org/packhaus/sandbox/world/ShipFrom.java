package org.packhaus.sandbox.world;

/** A seller's warehouse. */
public record ShipFrom(String name, String street, String house, String zip, String city, String country) {}
