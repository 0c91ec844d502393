package org.packhaus.sdk;

/**
 * The number under which a parcel will come back.
 *
 * @param carrierCode who brings it back, as in {@link CarrierProfile#carrierCode()}
 * @param number as the carrier gave it
 */
public record ReturnNumber(String carrierCode, String number) {}
