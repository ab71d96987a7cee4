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
    Long id;

    @Column(updatable = false)
    String kind;

    @Column(updatable = false)
    String code;

    @Column(name = "valid_from")
    Instant validFrom;

    @Column(name = "valid_to")
    Instant validTo;

    @Version
    int version;

    /** The station that an instrument, a datastream or a credential belongs to. */
    String station;

    /** The facility that may see it. */
    String facility;

    String medium;

    /** The record of {@code feeds} as JSON. */
    String attributes;

    boolean at(Instant instant) {
        return !instant.isBefore(validFrom) && (validTo == null || instant.isBefore(validTo));
    }
}
