package vn.quantrac.publication.record;

import java.time.Instant;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where a page of series ends: a datastream and a time in it. Written {@code 42~1795000000000}. */
public record Place(long datastream, Instant time) {
    /** Before everything. */
    public static final Place START = new Place(0, Instant.EPOCH);

    private static final Pattern FORM = Pattern.compile("(\\d{1,18})~(-?\\d{1,15})");

    public static Optional<Place> parse(String text) {
        Matcher matcher = FORM.matcher(text);
        return matcher.matches()
                ? Optional.of(new Place(
                        Long.parseLong(matcher.group(1)), Instant.ofEpochMilli(Long.parseLong(matcher.group(2)))))
                : Optional.empty();
    }

    @Override
    public String toString() {
        return datastream + "~" + time.toEpochMilli();
    }
}
