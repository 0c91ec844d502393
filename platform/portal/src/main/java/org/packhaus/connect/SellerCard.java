package org.packhaus.connect;

import java.util.List;
import java.util.Optional;
import org.packhaus.returnnumber.SourceRow;
import org.packhaus.seller.SellerDetails;

/**
 * A seller at a glance.
 *
 * @param step where the set-up stands; empty once the seller is open for work
 * @param toShip orders that wait for a label
 */
public record SellerCard(
        SellerDetails details, Optional<SetUpStep> step, List<Account> accounts, List<SourceRow> sources, long toShip) {
    public SellerCard {
        accounts = List.copyOf(accounts);
        sources = List.copyOf(sources);
    }

    /** How many things a person has to mend. */
    public long needs() {
        return accounts.stream()
                        .filter(account -> account.health().needsPerson())
                        .count()
                + sources.stream().filter(SourceRow::isLow).count();
    }
}
