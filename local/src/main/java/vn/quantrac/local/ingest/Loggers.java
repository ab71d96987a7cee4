package vn.quantrac.local.ingest;

import java.util.List;

/** Many loggers at one door. */
interface Loggers {
    /** Sends everything, and returns when all of it is acknowledged. */
    void send(List<Sending> sendings) throws Exception;
}
