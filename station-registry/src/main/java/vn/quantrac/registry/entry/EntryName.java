package vn.quantrac.registry.entry;

/** What an entry is and how it is called. */
public record EntryName(Kind kind, String code) {
    public static EntryName of(EntryPeriod period) {
        return new EntryName(Kind.ofEventType(period.kind), period.code);
    }

    @Override
    public String toString() {
        return kind.eventType() + " " + code;
    }
}
