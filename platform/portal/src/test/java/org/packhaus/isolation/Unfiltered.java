package org.packhaus.isolation;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** What an entity looks like whose author forgot the filter. The isolation test must notice; nothing else uses it. */
@Entity
@Table(name = Unfiltered.TABLE)
class Unfiltered {
    static final String TABLE = "test_unfiltered";

    @Id
    private long id;

    private long sellerId;

    protected Unfiltered() {}

    long sellerId() {
        return sellerId;
    }
}
