package vn.quantrac.registry.rule;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import org.fhir.ucum.UcumService;
import vn.quantrac.feeds.registry.Credential;
import vn.quantrac.feeds.registry.Datastream;
import vn.quantrac.feeds.registry.DischargeSource;
import vn.quantrac.feeds.registry.Instrument;
import vn.quantrac.feeds.registry.Parameter;
import vn.quantrac.feeds.registry.Station;

/** What the attributes of each kind must be by themselves; what entries must be to each other is asked of the database. */
@ApplicationScoped
public class EntryRules {
    private final Map<Class<?>, List<? extends Rule<?>>> rules;

    EntryRules(UcumService ucum) {
        rules = Map.of(
                Parameter.class,
                ParameterRules.all(ucum),
                DischargeSource.class,
                SourceRules.ALL,
                Station.class,
                StationRules.ALL,
                Instrument.class,
                InstrumentRules.ALL,
                Datastream.class,
                DatastreamRules.all(ucum),
                Credential.class,
                List.of());
    }

    /** What is wrong, field by field; empty when all rules hold. */
    @SuppressWarnings("unchecked")
    public List<String> broken(Object attributes) {
        return ((List<Rule<Object>>) rules.get(attributes.getClass()))
                .stream()
                        .filter(rule -> !rule.holds().test(attributes))
                        .map(rule -> rule.field() + ": " + rule.otherwise().apply(attributes))
                        .toList();
    }
}
