/** Labels of Hermes Germany (Hermes Shipping Interface, HSI). */
@NullMarked
package org.packhaus.plugin.hermes;

import org.jspecify.annotations.NullMarked;
