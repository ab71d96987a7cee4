package vn.quantrac.ingestion.http;

import jakarta.ws.rs.core.MediaType;
import vn.quantrac.ingestion.json.Ndjson;

/** The forms that a stream of readings has. */
enum StreamFormat {
    /** Every telegram that is made of it begins with the head of the table, to be understood by itself. */
    CSV(".csv", true),
    NDJSON(Ndjson.NAME_END, false),
    /** Read as NDJSON. */
    ARRAY(Ndjson.NAME_END, false);

    static final String CSV_TYPE = "text/csv";
    static final String NDJSON_TYPE = "application/x-ndjson";

    private final String nameEnd;
    private final boolean headed;

    StreamFormat(String nameEnd, boolean headed) {
        this.nameEnd = nameEnd;
        this.headed = headed;
    }

    static StreamFormat of(MediaType type) {
        return switch (type.getSubtype()) {
            case "csv" -> CSV;
            case "json" -> ARRAY;
            default -> NDJSON;
        };
    }

    String nameEnd() {
        return nameEnd;
    }

    boolean isHeaded() {
        return headed;
    }
}
