package vn.quantrac.ingestion.quarantine;

/**
 * What of a telegram is not understood yet.
 *
 * @param from first byte within the telegram
 * @param to the byte after the last
 */
record OpenEntry(long id, int from, int to) {
    boolean holds(int position) {
        return from <= position && position < to;
    }
}
