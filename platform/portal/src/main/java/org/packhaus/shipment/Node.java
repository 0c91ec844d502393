package org.packhaus.shipment;

import java.time.Instant;

/**
 * One life of one portal process: who is calling a carrier.
 *
 * @param name the same after a restart, and never that of two processes at a time
 * @param started tells this life from earlier ones
 */
record Node(String name, Instant started) {}
