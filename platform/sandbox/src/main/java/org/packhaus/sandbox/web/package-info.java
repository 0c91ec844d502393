/** How does the sandbox speak HTTP? A thin layer over the JDK's server that can cut and cut short its answers. */
@NullMarked
package org.packhaus.sandbox.web;

import org.jspecify.annotations.NullMarked;
