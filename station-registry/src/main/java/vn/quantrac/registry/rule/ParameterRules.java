package vn.quantrac.registry.rule;

import static vn.quantrac.registry.rule.Rule.given;
import static vn.quantrac.registry.rule.Rule.rule;

import java.util.List;
import org.fhir.ucum.UcumService;
import vn.quantrac.feeds.registry.Parameter;

final class ParameterRules {
    private ParameterRules() {}

    static List<Rule<Parameter>> all(UcumService ucum) {
        return List.of(
                given("nameVi", Parameter::nameVi),
                given("nameEn", Parameter::nameEn),
                given("unitSymbol", Parameter::unitSymbol),
                given("media", Parameter::media),
                given("unit", Parameter::unit),
                new Rule<>(
                        "unit",
                        parameter -> !Values.given(parameter.unit()) || Ucum.trouble(ucum, parameter.unit()) == null,
                        parameter -> "is no UCUM code: " + Ucum.trouble(ucum, parameter.unit())),
                rule(
                        "plausibleMin",
                        "must be less than plausibleMax",
                        parameter -> Values.ordered(parameter.plausibleMin(), parameter.plausibleMax())),
                rule("symbols", "must not be blank", parameter -> Values.noneBlank(parameter.symbols())));
    }
}
