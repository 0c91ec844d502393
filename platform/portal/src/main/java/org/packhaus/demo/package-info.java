/**
 * Demo data, and the whole flow without a browser. Only active with the profiles {@code demo} and {@code headless}; it uses
 * the other rooms' public services as a person would, and speaks to the sandbox over HTTP.
 */
@NullMarked
package org.packhaus.demo;

import org.jspecify.annotations.NullMarked;
