package vn.quantrac.compliance.mean;

import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import vn.quantrac.feeds.verdicts.Averaging;
import vn.quantrac.feeds.verdicts.Mean;

/**
 * Which means are asked for.
 *
 * @param parameter null for all
 * @param from earliest end of an interval
 * @param to latest end of an interval
 */
record MeanFilter(List<String> stations, String parameter, Averaging averaging, Instant from, Instant to) {

    /** A place in the order of datastream and time. */
    record Place(long datastream, Instant end) {
        static Place of(Mean mean) {
            return new Place(mean.datastream(), mean.end());
        }

        /** Empty is before everything. */
        static Place parse(String text) {
            if (text.isEmpty()) {
                return new Place(0, Instant.EPOCH);
            }
            try {
                int slash = text.indexOf('/');
                return new Place(Long.parseLong(text.substring(0, slash)), Instant.parse(text.substring(slash + 1)));
            } catch (IndexOutOfBoundsException | NumberFormatException | DateTimeException e) {
                throw HttpProblem.builder()
                        .withType(URI.create("/problems/bad-parameter"))
                        .withStatus(Response.Status.BAD_REQUEST)
                        .withTitle("Parameter is not understood")
                        .withDetail("after must be taken from a next link")
                        .build();
            }
        }

        @Override
        public String toString() {
            return datastream + "/" + end;
        }
    }
}
