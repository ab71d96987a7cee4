package vn.quantrac.ingestion.command;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkiverse.resteasy.problem.HttpProblem;
import java.time.Duration;
import java.time.Instant;
import java.util.regex.Pattern;
import vn.quantrac.ingestion.query.BadParameter;

/**
 * A command as it is posted.
 *
 * @param command lower case letters, digits and hyphens
 * @param arguments a JSON object, or null for none
 * @param expiresAt when it makes no sense any more; null is a day from now
 */
record NewCommand(String command, JsonNode arguments, Instant expiresAt) {
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]{0,63}");
    private static final int LONGEST_ARGUMENTS = 16_384;
    private static final Duration USUAL = Duration.ofDays(1);
    private static final Duration LONGEST = Duration.ofDays(30);

    /** @throws HttpProblem 400 when it is not one */
    void check(Instant now) {
        if (command == null || !NAME.matcher(command).matches()) {
            throw BadParameter.problem("command must be a lower case word such as sample");
        }
        if (arguments != null
                && !(arguments.isObject() && arguments.toString().length() <= LONGEST_ARGUMENTS
                        || arguments.isNull())) {
            throw BadParameter.problem(
                    "arguments must be a JSON object of at most " + LONGEST_ARGUMENTS + " characters");
        }
        Instant expiry = expiry(now);
        if (!expiry.isAfter(now) || expiry.isAfter(now.plus(LONGEST))) {
            throw BadParameter.problem("expiresAt must be in the future, at most " + LONGEST.toDays() + " days");
        }
    }

    Instant expiry(Instant now) {
        return expiresAt == null ? now.plus(USUAL) : expiresAt;
    }

    String argumentsOrNone() {
        return arguments == null || arguments.isNull() ? "{}" : arguments.toString();
    }
}
