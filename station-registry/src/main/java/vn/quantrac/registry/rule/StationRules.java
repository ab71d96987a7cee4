package vn.quantrac.registry.rule;

import static vn.quantrac.registry.rule.Rule.given;
import static vn.quantrac.registry.rule.Rule.rule;

import java.util.List;
import java.util.regex.Pattern;
import vn.quantrac.feeds.registry.Station;

final class StationRules {
    private static final int DAY = 86_400;

    /** What can stand in a file name, a topic and a user name. */
    private static final Pattern ALIAS = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_.-]{1,39}");

    static final List<Rule<Station>> ALL = List.of(
            given("nameVi", Station::nameVi),
            given("nameEn", Station::nameEn),
            given("medium", Station::medium),
            new Rule<>("latitude, longitude", station -> position(station).inVietNam(), station -> position(station)
                    .complaint()),
            rule("facility", "must be upper-case letters, digits and _", s -> Values.facilityCode(s.facility())),
            rule("aliases", "must each match " + ALIAS.pattern(), s -> s.aliases().stream()
                    .allMatch(ALIAS.asMatchPredicate())),
            rule(
                    "intervalSeconds",
                    "must be 1 to " + DAY,
                    s -> s.intervalSeconds() >= 1 && s.intervalSeconds() <= DAY));

    private StationRules() {}

    private static Position position(Station station) {
        return new Position(station.latitude(), station.longitude());
    }
}
