package org.packhaus.returnnumber;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.util.Optional;
import org.hibernate.annotations.Filter;
import org.jspecify.annotations.Nullable;
import org.packhaus.seller.ConnectionId;
import org.packhaus.seller.SellerId;

/** Where one seller's return numbers of one carrier come from. */
@Entity
@Table(name = "return_source")
@Filter(name = "seller")
class ReturnSource {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "return_source_seq")
    @SequenceGenerator(name = "return_source_seq", sequenceName = "return_source_seq", allocationSize = 50)
    @Nullable
    Long id;

    @Version
    int version;

    long sellerId;
    String carrierCode;

    @Enumerated(EnumType.STRING)
    SourceKind kind = SourceKind.CALL;

    boolean always;

    @Nullable
    Long connectionId;

    int lowWater;

    @SuppressWarnings("NullAway.Init")
    protected ReturnSource() {}

    ReturnSource(SellerId seller, String carrierCode) {
        this.sellerId = seller.value();
        this.carrierCode = carrierCode;
    }

    void become(SourceWish wish) {
        kind = wish.kind();
        always = wish.always();
        connectionId = wish.connection() == null ? null : wish.connection().value();
        lowWater = wish.lowWater();
    }

    Optional<ConnectionId> connection() {
        return Optional.ofNullable(connectionId).map(ConnectionId::new);
    }
}
