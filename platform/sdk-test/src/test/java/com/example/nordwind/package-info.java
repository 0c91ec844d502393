/** The plugin of the plugin guide: what stands there in pieces stands here whole, and is tested. */
@NullMarked
package com.example.nordwind;

import org.jspecify.annotations.NullMarked;
