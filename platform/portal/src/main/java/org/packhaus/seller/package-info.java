/**
 * Whose is it? Sellers, their connections to plugins, and the scope that keeps one seller's data from another.
 *
 * <p>The filter: every tenant entity carries {@code @Filter(name = "seller")}; queries, criteria, loads by id and bulk updates then
 * see only the sellers of {@link org.packhaus.seller.SellerScope}. The filter's definition is on the entity {@code Seller}: on a package
 * Hibernate drops it without a word.
 */
@NullMarked
package org.packhaus.seller;

import org.jspecify.annotations.NullMarked;
