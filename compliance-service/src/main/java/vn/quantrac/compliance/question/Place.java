package vn.quantrac.compliance.question;

import java.time.Instant;

/** Where a page ends in a list that is ordered by a key and a time. */
public record Place(String key, Instant time) {
    /** Before everything. */
    static final Place START = new Place("", Instant.EPOCH);

    static Place parse(String text) {
        int slash = Asked.text("after", text).lastIndexOf('/');
        if (slash < 1) {
            throw notOurs();
        }
        return new Place(text.substring(0, slash), Asked.instant("after", text.substring(slash + 1)));
    }

    public boolean isStart() {
        return equals(START);
    }

    /** The key of a list that is ordered by datastream; 0 for the start. */
    public long id() {
        try {
            return isStart() ? 0 : Long.parseLong(key);
        } catch (NumberFormatException e) {
            throw notOurs();
        }
    }

    private static RuntimeException notOurs() {
        return Problems.badParameter("after must be taken from a next link");
    }

    @Override
    public String toString() {
        return key + "/" + time;
    }
}
