package vn.quantrac.registry.rule;

import static vn.quantrac.registry.rule.Rule.given;
import static vn.quantrac.registry.rule.Rule.rule;

import java.util.List;
import vn.quantrac.feeds.registry.Instrument;

final class InstrumentRules {
    static final List<Rule<Instrument>> ALL = List.of(
            given("station", Instrument::station),
            given("parameters", Instrument::parameters),
            rule(
                    "rangeMin",
                    "must be less than rangeMax",
                    instrument -> Values.ordered(instrument.rangeMin(), instrument.rangeMax())));

    private InstrumentRules() {}
}
