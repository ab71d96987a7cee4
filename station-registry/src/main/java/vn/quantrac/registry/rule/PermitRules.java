package vn.quantrac.registry.rule;

import static vn.quantrac.registry.rule.Rule.given;
import static vn.quantrac.registry.rule.Rule.rule;

import java.util.List;
import vn.quantrac.feeds.registry.Permit;

final class PermitRules {
    /** Zones of QCVN 19:2009, for Kv. */
    private static final int ZONES = 5;

    static final List<Rule<Permit>> ALL = List.of(
            given("standard", Permit::standard),
            given("column", Permit::column),
            rule("zone", "must be 1 to " + ZONES, p -> p.zone() == null || p.zone() >= 1 && p.zone() <= ZONES),
            rule("receivingFlow", "must be more than 0", permit -> Values.positive(permit.receivingFlow())),
            rule("dischargeFlow", "must be more than 0", permit -> Values.positive(permit.dischargeFlow())),
            rule("limits", "must each name a parameter", permit -> permit.limits().stream()
                    .allMatch(limit -> Values.given(limit.parameter()))),
            rule(
                    "limits",
                    "must each have a min or a max, and the min below the max",
                    permit -> permit.limits().stream()
                            .allMatch(limit -> (limit.min() != null || limit.max() != null)
                                    && Values.ordered(limit.min(), limit.max()))),
            rule(
                    "limits",
                    "must not name a parameter twice",
                    permit -> permit.limits().stream()
                                    .map(Permit.PermitLimit::parameter)
                                    .distinct()
                                    .count()
                            == permit.limits().size()));

    private PermitRules() {}
}
