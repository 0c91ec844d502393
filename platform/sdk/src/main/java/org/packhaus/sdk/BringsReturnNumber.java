package org.packhaus.sdk;

/**
 * Ability of a {@link Carrier}: asked with {@link BookingRequest#returnNumberWanted()}, its booking brings a return number of its own,
 * in the same purchase. A carrier that sells the way back apart has {@link ReturnLabels} instead.
 *
 * @param <S> the settings of one account
 */
public interface BringsReturnNumber<S extends Record> {}
