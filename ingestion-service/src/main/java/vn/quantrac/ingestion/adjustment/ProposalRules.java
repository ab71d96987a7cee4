package vn.quantrac.ingestion.adjustment;

import io.quarkiverse.resteasy.problem.HttpProblem;
import java.math.BigDecimal;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import vn.quantrac.ingestion.telegram.BadFieldException;
import vn.quantrac.ingestion.telegram.Fields;

/** What a proposal must say. */
final class ProposalRules {
    static final int MOST_READINGS = 50_000;
    static final int LONGEST_TEXT = 4_000;
    private static final int MOST_ATTACHMENTS = 20;
    private static final Duration LONGEST = Duration.ofDays(400);
    private static final Pattern SHA256 = Pattern.compile("[0-9a-fA-F]{64}");
    /** What a person's browser may be sent to; a script is none. */
    private static final Set<String> SCHEMES = Set.of("https", "http", "urn");

    private ProposalRules() {}

    /** @throws HttpProblem 400 with what is wrong, 422 when there are too many readings */
    static void check(Proposal proposal) {
        require(isText(proposal.station()), "station is needed");
        require(isText(proposal.parameter()), "parameter is needed");
        require(proposal.reason() != null, "reason is needed");
        require(isText(proposal.explanation()), "explanation is needed, at most " + LONGEST_TEXT + " characters");
        checkAttachments(proposal.attachments());
        require((proposal.rule() == null) != (proposal.readings() == null), "either rule or readings is needed");
        if (proposal.rule() != null) {
            checkRule(proposal.rule());
        } else {
            checkReadings(proposal.readings());
        }
    }

    private static void checkAttachments(List<Attachment> attachments) {
        require(
                attachments != null && !attachments.isEmpty() && attachments.size() <= MOST_ATTACHMENTS,
                "attachments must be 1 to " + MOST_ATTACHMENTS);
        for (Attachment attachment : attachments) {
            require(
                    attachment != null && isText(attachment.uri()) && isReachable(attachment.uri()),
                    "uri of an attachment must be an absolute https, http or urn address");
            require(
                    attachment.sha256() != null
                            && SHA256.matcher(attachment.sha256()).matches(),
                    "sha256 of an attachment must be 64 hexadecimal digits");
            require(
                    attachment.name() == null || isText(attachment.name()),
                    "name of an attachment is longer than " + LONGEST_TEXT + " characters");
        }
    }

    private static boolean isReachable(String uri) {
        try {
            String scheme = new URI(uri).getScheme();
            return scheme != null && SCHEMES.contains(scheme);
        } catch (URISyntaxException e) {
            return false;
        }
    }

    private static void checkRule(Rule rule) {
        require(rule.from() != null && rule.to() != null, "from and to of the rule are needed");
        require(
                rule.from().isBefore(rule.to())
                        && Duration.between(rule.from(), rule.to()).compareTo(LONGEST) <= 0,
                "to of the rule must be after from, by at most " + LONGEST.toDays() + " days");
        require(
                rule.factor() != null || rule.offset() != null || rule.status() != null,
                "factor, offset or status of the rule is needed");
        require(isNumber(rule.factor()) && isNumber(rule.offset()), "factor or offset has too many digits");
        require(rule.factor() == null || rule.factor().signum() != 0, "factor must not be zero");
        require(isStatus(rule.status()) && isStatus(rule.onlyStatus()), "a status is two digits");
    }

    private static void checkReadings(List<Correction> readings) {
        require(!readings.isEmpty(), "readings must not be empty");
        if (readings.size() > MOST_READINGS) {
            throw Problems.tooManyReadings(MOST_READINGS);
        }
        Set<Instant> times = new HashSet<>();
        for (Correction reading : readings) {
            require(reading != null && reading.time() != null, "time of every reading is needed");
            require(times.add(reading.time()), "readings have the time " + reading.time() + " twice");
            require(reading.value() != null || reading.status() != null, "value or status of every reading is needed");
            require(isNumber(reading.value()), "a value has too many digits");
            require(isStatus(reading.status()), "a status is two digits");
        }
    }

    static boolean isText(String text) {
        return text != null && !text.isBlank() && text.length() <= LONGEST_TEXT && text.indexOf('\0') < 0;
    }

    private static boolean isStatus(String status) {
        return status == null || Fields.looksLikeStatus(status);
    }

    private static boolean isNumber(BigDecimal number) {
        try {
            return number == null || Fields.value(number) != null;
        } catch (BadFieldException e) {
            return false;
        }
    }

    private static void require(boolean holds, String detail) {
        if (!holds) {
            throw Problems.badAdjustment(detail);
        }
    }
}
