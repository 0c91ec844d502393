package org.packhaus.plugin;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.Instant;
import org.hibernate.annotations.Filter;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;
import org.packhaus.seller.ConnectionId;

@Entity
@Immutable
@Table(name = "exchange")
@Filter(name = "seller")
class ExchangeEntry {
    private static final int LONGEST_URL = 2000;
    private static final int LONGEST_FAILURE = 1000;

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "exchange_seq")
    @SequenceGenerator(name = "exchange_seq", sequenceName = "exchange_seq", allocationSize = 50)
    @Nullable
    private Long id;

    private long sellerId;
    private long connectionId;
    private Instant at;

    @Nullable
    private String reference;

    private String method;
    private String url;

    @Nullable
    private Integer status;

    private long millis;
    private String requestHeaders;
    private String requestBody;
    private String responseHeaders;
    private String responseBody;

    @Nullable
    private String failure;

    @SuppressWarnings("NullAway.Init")
    protected ExchangeEntry() {}

    ExchangeEntry(Exchange exchange) {
        this.sellerId = exchange.seller().value();
        this.connectionId = exchange.connection().value();
        this.at = exchange.at();
        this.reference = exchange.reference();
        this.method = exchange.method();
        this.url = cut(exchange.url(), LONGEST_URL);
        this.status = exchange.status();
        this.millis = exchange.took().toMillis();
        this.requestHeaders = exchange.requestHeaders();
        this.requestBody = exchange.requestBody();
        this.responseHeaders = exchange.responseHeaders();
        this.responseBody = exchange.responseBody();
        this.failure = exchange.failure() == null ? null : cut(exchange.failure(), LONGEST_FAILURE);
    }

    ExchangeRow row() {
        return new ExchangeRow(
                id == null ? 0 : id,
                new ConnectionId(connectionId),
                at,
                reference,
                method,
                url,
                status,
                millis,
                requestHeaders,
                requestBody,
                responseHeaders,
                responseBody,
                failure);
    }

    private static String cut(String text, int longest) {
        return text.length() <= longest ? text : text.substring(0, longest);
    }
}
