package org.packhaus.dayend;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.packhaus.sdk.CarrierDocument;
import org.packhaus.sdk.PluginException;
import org.packhaus.seller.ConnectionId;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** A carrier that closes as the test says, and remembers what it was asked. */
final class FakeCloseDesk implements CloseDesk {
    final List<List<String>> asked = new CopyOnWriteArrayList<>();
    Duty duty = Duty.MANDATORY;
    List<CarrierDocument> papers = List.of();
    Runnable meanwhile = () -> {};

    @Nullable
    PluginException fails;

    @Override
    public Duty duty(ConnectionId carrier) {
        return duty;
    }

    @Override
    public Duration deadline() {
        return Duration.ofMinutes(2);
    }

    @Override
    public List<CarrierDocument> close(ConnectionId carrier, List<String> trackingNumbers) throws PluginException {
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("called out of a transaction");
        }
        asked.add(trackingNumbers);
        meanwhile.run();
        if (fails != null) {
            throw fails;
        }
        return papers;
    }
}
