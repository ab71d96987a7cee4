package vn.quantrac.helm;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** The gateway believes X-Forwarded-For only where not everybody could have written it. */
class ForwardedAddressTest {
    private static final String PRIVATE_NETWORKS = "10.0.0.0/8,172.16.0.0/12,192.168.0.0/16";
    private static final Chart NAMED_CALLERS =
            Chart.byDefault().set("networkPolicy.gatewayFrom[0].podSelector.matchLabels.app", "ingress");

    @Test
    void nobody_is_believed_where_everybody_may_connect() {
        assertThat(variable(Chart.byDefault(), "QUANTRAC_BEHIND_PROXY")).isEmpty();
        assertThat(variable(Chart.byDefault(), "QUANTRAC_TRUSTED_PROXIES")).isEmpty();
        assertThat(variable(NAMED_CALLERS.set("networkPolicy.enabled", false), "QUANTRAC_BEHIND_PROXY"))
                .isEmpty();
    }

    @Test
    void the_ingress_is_believed_where_the_policy_names_it() {
        for (Chart chart : new Chart[] {NAMED_CALLERS, Chart.with("production.yaml")}) {
            assertThat(variable(chart, "QUANTRAC_BEHIND_PROXY")).contains("true");
            assertThat(variable(chart, "QUANTRAC_TRUSTED_PROXIES")).contains(PRIVATE_NETWORKS);
        }
    }

    @Test
    void networks_that_are_named_are_believed_and_no_others() {
        assertThat(variable(
                        Chart.byDefault().set("ingress.trustedProxies[0]", "10.42.7.0/24"), "QUANTRAC_TRUSTED_PROXIES"))
                .contains("10.42.7.0/24");
    }

    @Test
    void nobody_is_believed_without_an_ingress() {
        assertThat(variable(NAMED_CALLERS.set("ingress.enabled", false), "QUANTRAC_BEHIND_PROXY"))
                .isEmpty();
    }

    private static Optional<String> variable(Chart chart, String name) {
        return chart.render().stream()
                .filter(object -> "Deployment".equals(object.kind()) && "gateway".equals(object.component()))
                .flatMap(gateway ->
                        StreamSupport.stream(gateway.container().path("env").spliterator(), false))
                .filter(variable -> name.equals(variable.path("name").asText()))
                .map(variable -> variable.path("value").asText())
                .findFirst();
    }
}
