package vn.quantrac.gateway.audit;

/** Text from outside as it may stand in a log: one line of visible characters, not endless. */
final class OneLine {
    private static final int LONGEST = 300;

    private OneLine() {}

    static String of(String text) {
        if (text == null) {
            return "-";
        }
        String visible = text.replaceAll("[^\\x21-\\x7e]", "?");
        return visible.length() <= LONGEST ? visible : visible.substring(0, LONGEST) + "…";
    }
}
