/**
 * What comes back, and what is decided about it? Returns as the channel announces them, the receiving bench, the ledger of decisions, parts
 * of prices that are given back, receipts.
 */
@NullMarked
package org.packhaus.aftersales;

import org.jspecify.annotations.NullMarked;
