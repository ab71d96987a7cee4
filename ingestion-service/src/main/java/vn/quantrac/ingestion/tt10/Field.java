package vn.quantrac.ingestion.tt10;

import vn.quantrac.ingestion.telegram.Fields;
import vn.quantrac.ingestion.telegram.LocalTimes;

/**
 * A field of a line.
 *
 * @param from its first byte within the telegram
 */
record Field(int from, String text) {
    boolean isTime() {
        return LocalTimes.looksLikeTime(text);
    }

    boolean isStatus() {
        return Fields.looksLikeStatus(text);
    }
}
