/**
 * All that a Packhaus plugin may see.
 *
 * <p>A plugin plays one or more of four roles: {@link org.packhaus.sdk.Carrier}, {@link org.packhaus.sdk.SalesChannel},
 * {@link org.packhaus.sdk.LabelFormat}, {@link org.packhaus.sdk.AfterSalesChannel}. It handles one order or one parcel at a
 * time; batching, retries, the purchase ledger, rules and printing belong to the portal. The plugin guide shows the way
 * from an empty folder to a running plugin.
 */
@NullMarked
package org.packhaus.sdk;

import org.jspecify.annotations.NullMarked;
