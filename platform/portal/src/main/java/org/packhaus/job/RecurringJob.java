package org.packhaus.job;

import java.time.Duration;
import org.packhaus.seller.SellerId;

/** Work that is due for every seller again and again; a bean. On one node at a time, and one slow seller keeps no other waiting. */
public interface RecurringJob {
    String name();

    Duration every();

    /** With this seller in scope, outside any transaction. An exception is logged and the next turn tries again. */
    void run(SellerId seller) throws Exception;
}
