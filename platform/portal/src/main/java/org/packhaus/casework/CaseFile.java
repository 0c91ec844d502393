package org.packhaus.casework;

import jakarta.persistence.Basic;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.util.Objects;
import org.hibernate.annotations.Filter;
import org.jspecify.annotations.Nullable;
import org.packhaus.sdk.MessageAttachment;

/** A file with a message. */
@Entity
@Table(name = "case_file")
@Filter(name = "seller")
class CaseFile {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "case_file_seq")
    @SequenceGenerator(name = "case_file_seq", sequenceName = "case_file_seq", allocationSize = 50)
    @Nullable
    Long id;

    long sellerId;
    long caseId;

    @Nullable
    Long entryId;

    @Nullable
    Long answerId;

    String name;
    String mediaType;
    int size;

    @Basic(fetch = FetchType.LAZY)
    @Column(columnDefinition = "longblob")
    byte[] content;

    @SuppressWarnings("NullAway.Init")
    protected CaseFile() {}

    CaseFile(SupportCase of, @Nullable CaseEntry entry, @Nullable CaseAnswer answer, MessageAttachment file) {
        this.sellerId = of.sellerId;
        this.caseId = of.id().value();
        this.entryId = entry == null ? null : Long.valueOf(entry.id());
        this.answerId = answer == null ? null : Long.valueOf(answer.id().value());
        this.name = Clean.fileName(file.name());
        this.mediaType = FileType.of(file.content());
        this.size = file.content().length;
        this.content = file.content();
    }

    long id() {
        return Objects.requireNonNull(id);
    }
}
