@NullMarked
package org.packhaus.rule.ui;

import org.jspecify.annotations.NullMarked;
