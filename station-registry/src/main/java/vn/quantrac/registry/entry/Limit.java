package vn.quantrac.registry.entry;

import vn.quantrac.registry.problem.Problems;

/** How many items of a list a caller wants; more than {@value #MOST} is that. */
final class Limit {
    private static final int MOST = 1_000;

    private Limit() {}

    static int of(String text) {
        try {
            int size = Integer.parseInt(text);
            if (size >= 1) {
                return Math.min(size, MOST);
            }
        } catch (NumberFormatException e) {
            // Said below, together with numbers that are too small.
        }
        throw Problems.bad("limit", "must be a whole number from 1 to " + MOST);
    }
}
