/**
 * What is put on paper: packing slips, labels, the print-ready file of a batch.
 *
 * <p>The only room that imports iText. Every page is drawn by calls on a canvas; text from outside is cleaned by
 * {@link org.packhaus.document.PrintText} before a font sees it, and a carrier's PDF passes {@link
 * org.packhaus.document.CarrierPdf}, which takes over what is drawn and nothing else.
 */
@NullMarked
package org.packhaus.document;

import org.jspecify.annotations.NullMarked;
