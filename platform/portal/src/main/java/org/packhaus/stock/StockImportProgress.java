package org.packhaus.stock;

import org.packhaus.seller.SellerId;

/** How far a list has been written. */
public record StockImportProgress(long id, SellerId seller, int done, int total, boolean finished) {}
