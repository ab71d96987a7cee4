package vn.quantrac.helm;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Chart and services agree on the names of environment variables. */
class EnvironmentTest {
    private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{(QUANTRAC_[A-Z_]+)(:?)[^}]*}");

    private static final Pattern ADDRESS_OR_CREDENTIAL =
            Pattern.compile(".*_(HOST|PASSWORD|SECRET)|QUANTRAC_(OIDC|KEYCLOAK|[A-Z]+(?<!TILE))_URL");

    static Stream<Arguments> services() {
        return Repository.SERVICES.stream()
                .filter(service -> properties(service).toFile().exists())
                .flatMap(service -> Charts.all().map(chart -> Arguments.of(service, chart)));
    }

    @ParameterizedTest
    @MethodSource("services")
    void a_service_gets_every_variable_it_cannot_do_without(String service, Chart chart) {
        Set<String> needed = new TreeSet<>();
        PLACEHOLDER
                .matcher(Repository.read(properties(service)))
                .results()
                .filter(match -> match.group(2).isEmpty())
                .forEach(match -> needed.add(match.group(1)));

        assertThat(given(service, chart)).containsAll(needed);
    }

    /** A variable that nobody reads is a promise that nobody keeps. */
    @ParameterizedTest
    @MethodSource("services")
    void a_service_reads_every_variable_it_gets(String service, Chart chart) {
        Set<String> read = new HashSet<>();
        PLACEHOLDER.matcher(Repository.read(properties(service))).results().forEach(match -> read.add(match.group(1)));

        assertThat(read).containsAll(given(service, chart));
    }

    @ParameterizedTest
    @MethodSource("services")
    void addresses_and_credentials_are_given_though_they_have_defaults(String service, Chart chart) {
        Set<String> defaulted = new TreeSet<>();
        PLACEHOLDER
                .matcher(Repository.read(properties(service)))
                .results()
                .map(match -> match.group(1))
                .filter(name -> ADDRESS_OR_CREDENTIAL.matcher(name).matches())
                // Most provinces have no such broker; OutsideBrokerTest gives one.
                .filter(name -> !name.startsWith("QUANTRAC_OUTSIDE_BROKER_"))
                .filter(name -> !("external.yaml".equals(chart.valuesFile()) && "QUANTRAC_KEYCLOAK_URL".equals(name)))
                .forEach(defaulted::add);

        assertThat(given(service, chart)).containsAll(defaulted);
    }

    private static Path properties(String service) {
        return Repository.ROOT.resolve(service).resolve("src/main/resources/application.properties");
    }

    private static Set<String> given(String service, Chart chart) {
        Set<String> names = new TreeSet<>();
        chart.render().stream()
                .filter(object -> "Deployment".equals(object.kind()) && service.equals(object.component()))
                .flatMap(object -> object.container().path("env").findValuesAsText("name").stream())
                .filter(name -> name.startsWith("QUANTRAC_"))
                .forEach(names::add);
        return names;
    }
}
