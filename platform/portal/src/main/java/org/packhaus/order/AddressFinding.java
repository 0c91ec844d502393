package org.packhaus.order;

import org.jspecify.annotations.Nullable;
import org.packhaus.sdk.Address;

/**
 * Something wrong or odd with an address. Nothing is changed silently: a person takes the proposal or not.
 *
 * @param blocking whether no label may be bought before it is mended
 * @param proposal the address as it would be right, if that can be guessed
 * @param hint the short value the proposal puts in, for the button's text
 */
public record AddressFinding(
        String code,
        String field,
        String text,
        boolean blocking,
        @Nullable Address proposal,
        @Nullable String hint) {}
