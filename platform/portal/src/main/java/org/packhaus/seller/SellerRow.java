package org.packhaus.seller;

/** A seller in a list or a switch. */
public record SellerRow(SellerId id, String name, Mark mark) {}
