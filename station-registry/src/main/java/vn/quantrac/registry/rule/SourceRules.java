package vn.quantrac.registry.rule;

import static vn.quantrac.registry.rule.Rule.given;
import static vn.quantrac.registry.rule.Rule.rule;

import java.util.List;
import java.util.stream.Stream;
import vn.quantrac.feeds.registry.DischargeSource;
import vn.quantrac.feeds.registry.Medium;

final class SourceRules {
    private static final List<Rule<DischargeSource>> OF_SOURCE = List.of(
            given("nameVi", DischargeSource::nameVi),
            given("nameEn", DischargeSource::nameEn),
            given("facility", DischargeSource::facility),
            rule(
                    "facility",
                    "must be upper-case letters, digits and _",
                    source -> Values.facilityCode(source.facility())),
            given("medium", DischargeSource::medium),
            rule(
                    "medium",
                    "must be WASTEWATER or STACK_GAS, for nothing else is discharged",
                    source -> source.medium() == null || discharged(source.medium())),
            rule(
                    "latitude, longitude",
                    "must be given both or neither",
                    source -> (source.latitude() == null) == (source.longitude() == null)),
            new Rule<>(
                    "latitude, longitude",
                    source -> source.latitude() == null
                            || source.longitude() == null
                            || position(source).inVietNam(),
                    source -> position(source).complaint()),
            rule(
                    "permit.zone",
                    "is for gas only",
                    source -> source.medium() != Medium.WASTEWATER
                            || source.permit() == null
                            || source.permit().zone() == null),
            rule(
                    "permit.receivingWater",
                    "is for wastewater only",
                    source -> source.medium() != Medium.STACK_GAS
                            || source.permit() == null
                            || source.permit().receivingWater() == null));

    static final List<Rule<DischargeSource>> ALL = Stream.concat(
                    OF_SOURCE.stream(),
                    PermitRules.ALL.stream().map(rule -> rule.within("permit", DischargeSource::permit)))
            .toList();

    private SourceRules() {}

    private static boolean discharged(Medium medium) {
        return medium == Medium.WASTEWATER || medium == Medium.STACK_GAS;
    }

    private static Position position(DischargeSource source) {
        return new Position(source.latitude(), source.longitude());
    }
}
