package vn.quantrac.registry.entry;

import java.util.Locale;

/**
 * Something that an entry says and another one does not bear out.
 *
 * @param field where it says so, or the name that both have
 */
public record Contradiction(Rule rule, EntryName said, String field, EntryName other) {
    /** The rules of the view {@code contradiction}. */
    public enum Rule {
        UNKNOWN_REFERENCE,
        NAME_TAKEN,
        FOREIGN_INSTRUMENT,
        NOT_MEASURED,
        OTHER_FACILITY,
        OTHER_MEDIUM
    }

    static Contradiction of(Object[] row) {
        return new Contradiction(
                Rule.valueOf(((String) row[0]).toUpperCase(Locale.ROOT).replace('-', '_')),
                new EntryName(Kind.ofEventType((String) row[1]), (String) row[2]),
                (String) row[3],
                new EntryName(Kind.ofEventType((String) row[4]), (String) row[5]));
    }

    public String sentence() {
        return switch (rule) {
            case UNKNOWN_REFERENCE -> field + ": " + said + " needs " + other + " as long as it holds itself";
            case NAME_TAKEN -> field + ": is a name of " + said + " and of " + other + " at the same time";
            case FOREIGN_INSTRUMENT -> field + ": " + other + " is not at the station of " + said;
            case NOT_MEASURED -> field + ": " + other + " does not measure the parameter of " + said;
            case OTHER_FACILITY -> field + ": " + other + " is of another facility than " + said;
            case OTHER_MEDIUM -> field + ": " + other + " has another medium than " + said;
        };
    }
}
