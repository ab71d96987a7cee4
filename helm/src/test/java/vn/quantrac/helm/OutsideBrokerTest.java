package vn.quantrac.helm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;

/** A broker that the province has already is followed when the values name it, and else is nowhere to be seen. */
class OutsideBrokerTest {
    private static final Chart FOLLOWING = Chart.byDefault()
            .set("outsideBroker.url", "mqtts://broker.can-tho.example:8883")
            .set("outsideBroker.user", "quantrac")
            .set("outsideBroker.caSecret", "can-tho-ca")
            .set("secrets.outside-broker.existingSecret", "can-tho-broker");

    @Test
    void by_default_there_is_none() {
        assertThat(ingestion(Chart.byDefault(), "Deployment").toString()).doesNotContain("OUTSIDE_BROKER", "outside-");
    }

    @Test
    void ingestion_is_told_where_it_is_and_may_reach_it() {
        JsonNode pod = ingestion(FOLLOWING, "Deployment").at("/spec/template/spec");
        assertThat(variable(pod, "URL").path("value").asText()).isEqualTo("mqtts://broker.can-tho.example:8883");
        assertThat(variable(pod, "USER").path("value").asText()).isEqualTo("quantrac");
        assertThat(variable(pod, "PASSWORD").at("/valueFrom/secretKeyRef/name").asText())
                .isEqualTo("can-tho-broker");
        assertThat(variable(pod, "STATION_LEVEL").path("value").asText()).isEqualTo("4");
        assertThat(variable(pod, "CA").path("value").asText())
                .startsWith(pod.at("/containers/0/volumeMounts/1/mountPath").asText());
        assertThat(pod.at("/volumes/1/secret/secretName").asText()).isEqualTo("can-tho-ca");
        assertThat(ingestion(FOLLOWING, "NetworkPolicy").at("/spec/egress").findValuesAsText("port"))
                .contains("8883");
    }

    @Test
    void a_user_needs_the_password_that_somebody_else_decides() {
        assertThatThrownBy(FOLLOWING.set("secrets.outside-broker.existingSecret", "")::renderAnew)
                .hasMessageContaining("secrets.outside-broker.existingSecret is needed");
    }

    private static JsonNode ingestion(Chart chart, String kind) {
        return chart.render().stream()
                .filter(object -> kind.equals(object.kind()) && "ingestion-service".equals(object.component()))
                .findFirst()
                .orElseThrow()
                .json();
    }

    private static JsonNode variable(JsonNode pod, String name) {
        for (JsonNode variable : pod.at("/containers/0/env")) {
            if (variable.path("name").asText().equals("QUANTRAC_OUTSIDE_BROKER_" + name)) {
                return variable;
            }
        }
        throw new AssertionError("No variable " + name);
    }
}
