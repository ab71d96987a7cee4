package vn.quantrac.gateway.route;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A path that every server reads alike. Whatever two servers could read differently is refused, not repaired: empty
 * and dot segments, path parameters, and encoded slashes, backslashes, percent signs, control characters, overlong UTF-8
 * and what RFC 3986 needs no encoding for (letters, digits and {@code -._~}).
 */
public final class CanonicalPath {
    private static final Pattern PATH =
            Pattern.compile("/(?:(?:[A-Za-z0-9\\-._~!$&'()*+,=:@]++|%[0-9A-Fa-f]{2})++/?)*+");
    private static final Pattern DOT_SEGMENT = Pattern.compile("/\\.{1,2}(?:/|$)");
    private static final Pattern TROUBLE = Pattern.compile("%(?:[01].|2[5Ff]|3[Bb]|5[Cc]|7[Ff]|[Cc][01])");
    private static final Pattern NEEDLESS =
            Pattern.compile("%(?:2[DEde]|3[0-9]|[46][1-9A-Fa-f]|[57][0-9Aa]|5[Ff]|7[Ee])");

    private CanonicalPath() {}

    /** The path as it was sent, or empty when it is not canonical. */
    public static Optional<String> of(String requested) {
        return Optional.ofNullable(requested)
                .filter(path -> PATH.matcher(path).matches())
                .filter(path -> !DOT_SEGMENT.matcher(path).find())
                .filter(path -> !TROUBLE.matcher(path).find())
                .filter(path -> !NEEDLESS.matcher(path).find());
    }
}
