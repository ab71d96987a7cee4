package vn.quantrac.registry.entry;

import io.quarkus.hibernate.reactive.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;

/** What holds for one code from {@code validFrom} to before {@code validTo}. */
@Entity
@Table(name = "entry_period")
public class EntryPeriod extends PanacheEntityBase {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    public Long id;

    @Column(updatable = false)
    public String kind;

    @Column(updatable = false)
    public String code;

    @Column(name = "valid_from")
    public Instant validFrom;

    @Column(name = "valid_to")
    public Instant validTo;

    /** Grows with every change of the entry, so that no two periods of an entry show the same one. */
    @Version
    public int version;

    /** The station that an instrument, a datastream or a credential belongs to. */
    public String station;

    /** The facility that may see it. */
    public String facility;

    public String medium;

    /** The record of {@code feeds} as JSON. */
    public String attributes;

    boolean at(Instant instant) {
        return !instant.isBefore(validFrom) && !endedAt(instant);
    }

    /** Whether it holds no more from an instant on. */
    boolean endedAt(Instant instant) {
        return validTo != null && !validTo.isAfter(instant);
    }
}
