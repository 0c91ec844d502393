package org.packhaus.plugin;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.packhaus.seller.SellerId;

/** A plugin of this install: which file of it was approved, and whether it is switched on. Belongs to no seller. */
@Entity
@Table(name = "plugin_file")
class PluginFile {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "plugin_file_seq")
    @SequenceGenerator(name = "plugin_file_seq", sequenceName = "plugin_file_seq", allocationSize = 50)
    @Nullable
    private Long id;

    @Version
    private int version;

    private String pluginId;
    private boolean enabled = true;
    private String fileName;
    private String pluginVersion;
    private String sha256;
    private String approvedBy;
    private Instant approvedAt;

    /** Those that may use it; empty: all. */
    @ElementCollection
    @CollectionTable(name = "plugin_seller", joinColumns = @JoinColumn(name = "plugin_file_id"))
    @Column(name = "seller_id")
    private Set<Long> sellers = new HashSet<>();

    @SuppressWarnings("NullAway.Init")
    protected PluginFile() {}

    @SuppressWarnings("NullAway.Init")
    PluginFile(String pluginId) {
        this.pluginId = pluginId;
    }

    long id() {
        return id == null ? 0 : id;
    }

    String pluginId() {
        return pluginId;
    }

    boolean enabled() {
        return enabled;
    }

    void enable(boolean wanted) {
        enabled = wanted;
    }

    Set<SellerId> sellers() {
        return sellers.stream().map(SellerId::new).collect(Collectors.toUnmodifiableSet());
    }

    void keepFor(Set<SellerId> wanted) {
        Set<Long> ids = wanted.stream().map(SellerId::value).collect(Collectors.toSet());
        sellers.retainAll(ids);
        sellers.addAll(ids);
    }

    boolean isOf(String hash) {
        return hash.equals(sha256);
    }

    String approvedBy() {
        return approvedBy;
    }

    Instant approvedAt() {
        return approvedAt;
    }

    String sha256() {
        return sha256;
    }

    void approve(String file, String ofVersion, String hash, String by, Instant at) {
        fileName = file;
        pluginVersion = ofVersion;
        sha256 = hash;
        approvedBy = by;
        approvedAt = at;
    }
}
