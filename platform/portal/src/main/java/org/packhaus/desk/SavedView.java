package org.packhaus.desk;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import org.jspecify.annotations.Nullable;
import org.packhaus.security.UserId;

/** A way to look at the order list that somebody has given a name. */
@Entity
@Table(name = "saved_view")
class SavedView {
    static final int LONGEST_NAME = 60;
    static final int LONGEST_QUERY = 500;

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "saved_view_seq")
    @SequenceGenerator(name = "saved_view_seq", sequenceName = "saved_view_seq", allocationSize = 50)
    @Nullable
    private Long id;

    @Version
    private int version;

    private long owner;
    private String name;
    private String query;
    private boolean shared;

    @SuppressWarnings("NullAway.Init")
    protected SavedView() {}

    SavedView(UserId owner, String name) {
        this.owner = owner.value();
        this.name = name;
        this.query = "";
    }

    void show(String wantedQuery, boolean wantedShared) {
        query = wantedQuery;
        shared = wantedShared;
    }

    SavedViewRow row(UserId reader) {
        if (id == null) {
            throw new IllegalStateException("view " + name + " has not been saved yet");
        }
        return new SavedViewRow(id, name, query, shared, owner == reader.value());
    }
}
