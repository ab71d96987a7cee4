package vn.quantrac.registry.rule;

import static vn.quantrac.registry.rule.Rule.rule;

import java.util.List;
import org.fhir.ucum.UcumService;
import vn.quantrac.feeds.registry.Datastream;

final class DatastreamRules {
    private DatastreamRules() {}

    static List<Rule<Datastream>> all(UcumService ucum) {
        return List.of(
                rule("symbols", "must not be blank", datastream -> Values.noneBlank(datastream.symbols())),
                new Rule<>(
                        "unit",
                        datastream -> datastream.unit() == null || Ucum.trouble(ucum, datastream.unit()) == null,
                        datastream -> "is no UCUM code: " + Ucum.trouble(ucum, datastream.unit())),
                rule(
                        "unitSymbol",
                        "must be given together with unit",
                        datastream -> (datastream.unit() == null) == (datastream.unitSymbol() == null)));
    }
}
