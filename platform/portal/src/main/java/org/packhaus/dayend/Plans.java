package org.packhaus.dayend;

import java.time.LocalTime;
import org.jspecify.annotations.Nullable;
import org.packhaus.seller.ConnectionRow;
import org.packhaus.seller.SellerDetails;

/** When a carrier's day is closed by itself: as a person settled it, else as the carrier wants it. */
final class Plans {
    private Plans() {}

    /** The plan that counts. */
    record Plan(boolean automatic, LocalTime at) {}

    static Plan of(@Nullable DayEndPlan settled, Duty duty, SellerDetails seller) {
        boolean usual = duty == Duty.MANDATORY;
        LocalTime at = CloseTimes.usual(seller);
        return settled == null
                ? new Plan(usual, at)
                : new Plan(
                        settled.automatic().orElse(usual) && duty != Duty.UNKNOWN,
                        settled.at().orElse(at));
    }

    static DayEndPlan add(DayEndBook book, ConnectionRow connection) {
        var plan = new DayEndPlan(connection);
        book.add(plan);
        return plan;
    }
}
