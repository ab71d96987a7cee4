package vn.quantrac.helm;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The bundled PostgreSQL has a connection for every one that the pools may open. */
class ConnectionsTest {
    private static final int RESERVED_FOR_SUPERUSER = 3;
    private static final Pattern POOL =
            Pattern.compile("(?m)^quarkus\\.datasource\\.(?:jdbc|reactive)\\.max-size=(\\d+)$");
    private static final Pattern MOST = Pattern.compile("max_connections=(\\d+)");

    @Test
    void two_pods_of_each_service_and_keycloak_find_room() {
        int onePodEach = Repository.SERVICES.stream()
                .map(service -> Repository.ROOT.resolve(service).resolve("src/main/resources/application.properties"))
                .flatMap(file -> POOL.matcher(Repository.read(file)).results())
                .mapToInt(ConnectionsTest::number)
                .sum();
        int most = Chart.byDefault().render().stream()
                .flatMap(object -> MOST.matcher(object.yaml()).results())
                .mapToInt(ConnectionsTest::number)
                .sum();

        assertThat(onePodEach).isPositive();
        assertThat(2 * onePodEach + keycloak()).isPositive().isLessThanOrEqualTo(most - RESERVED_FOR_SUPERUSER);
        assertThat(Repository.read(Repository.CHART.resolve("values.yaml")))
                .contains("2 × %d + %d = %d".formatted(onePodEach, keycloak(), 2 * onePodEach + keycloak()));
    }

    private static int keycloak() {
        for (Rendered object : Chart.byDefault().render()) {
            if ("StatefulSet".equals(object.kind()) && "keycloak".equals(object.component())) {
                for (var variable : object.container().path("env")) {
                    if ("KC_DB_POOL_MAX_SIZE".equals(variable.path("name").asText())) {
                        return variable.path("value").asInt();
                    }
                }
            }
        }
        throw new AssertionError("Keycloak's pool has no limit");
    }

    private static int number(MatchResult match) {
        return Integer.parseInt(match.group(1));
    }
}
