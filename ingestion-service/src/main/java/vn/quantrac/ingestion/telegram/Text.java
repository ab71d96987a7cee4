package vn.quantrac.ingestion.telegram;

/** Text from outside, made fit for a text column. */
public final class Text {
    private Text() {}

    /** Without the NUL characters that PostgreSQL refuses and without half characters, at most {@code longest} long. */
    public static String storable(String text, int longest) {
        StringBuilder storable = new StringBuilder(Math.min(text.length(), longest));
        text.codePoints()
                .map(character -> character == 0 || isSurrogate(character) ? '\uFFFD' : character)
                .limit(longest)
                .forEach(storable::appendCodePoint);
        return storable.toString();
    }

    private static boolean isSurrogate(int character) {
        return character >= Character.MIN_SURROGATE && character <= Character.MAX_SURROGATE;
    }
}
