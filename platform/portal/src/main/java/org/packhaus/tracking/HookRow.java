package org.packhaus.tracking;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The address at which a carrier may tell news.
 *
 * @param heardAt when it last did; null if never
 */
public record HookRow(
        Instant madeAt, String madeBy, @Nullable Instant heardAt) {}
