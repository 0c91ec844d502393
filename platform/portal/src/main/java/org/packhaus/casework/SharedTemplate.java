package org.packhaus.casework;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import org.jspecify.annotations.Nullable;

/** A template of the install: every seller has it. */
@Entity
@Table(name = "shared_template")
class SharedTemplate {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "shared_template_seq")
    @SequenceGenerator(name = "shared_template_seq", sequenceName = "shared_template_seq", allocationSize = 50)
    @Nullable
    Long id;

    @Version
    int version;

    String name;

    @Column(columnDefinition = "char(2)")
    String language;

    @Enumerated(EnumType.STRING)
    ContactReason reason;

    @Column(columnDefinition = "text")
    String body;

    @SuppressWarnings("NullAway.Init")
    protected SharedTemplate() {}

    SharedTemplate(String name, String language, ContactReason reason, String body) {
        this.name = name;
        this.language = language;
        this.reason = reason;
        this.body = body;
    }
}
