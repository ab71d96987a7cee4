package vn.quantrac.registry.entry;

import jakarta.ws.rs.core.EntityTag;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.quantrac.registry.problem.Problems;

/** The version of a period as its ETag, and the one a caller has seen, from {@code If-Match}. */
final class Versions {
    private static final Pattern TAG = Pattern.compile("\"?(\\d{1,9})\"?");

    private Versions() {}

    static EntityTag tag(int version) {
        return new EntityTag(Integer.toString(version));
    }

    static int of(String ifMatch) {
        if (ifMatch == null) {
            throw Problems.ifMatchMissing();
        }
        Matcher tag = TAG.matcher(ifMatch.strip());
        if (!tag.matches()) {
            throw Problems.bad("If-Match", "must be one ETag of this entry");
        }
        return Integer.parseInt(tag.group(1));
    }
}
