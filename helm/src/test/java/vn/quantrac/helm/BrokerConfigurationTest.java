package vn.quantrac.helm;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import org.apache.activemq.artemis.core.config.Configuration;
import org.apache.activemq.artemis.core.deployers.impl.FileConfigurationParser;
import org.apache.activemq.artemis.core.settings.impl.PageFullMessagePolicy;
import org.junit.jupiter.api.Test;

class BrokerConfigurationTest {
    /** The broker's own parser, which also validates against its schema. */
    @Test
    void the_bundled_broker_understands_its_configuration() throws Exception {
        String xml = Chart.byDefault().render().stream()
                .filter(object -> "ConfigMap".equals(object.kind()) && "broker".equals(object.component()))
                .map(object -> object.json().at("/data").path("broker.xml").asText())
                .findFirst()
                .orElseThrow();
        FileConfigurationParser parser = new FileConfigurationParser();
        parser.setValidateAIO(false);

        Configuration broker = parser.parseMainConfig(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)));

        assertThat(broker.isPersistenceEnabled()).isTrue();
        assertThat(broker.isSecurityEnabled()).isTrue();
        assertThat(broker.getAcceptorConfigurations())
                .hasSize(1)
                .allMatch(acceptor -> "MQTT".equals(acceptor.getCombinedParams().get("protocols"))
                        && "1883"
                                .equals(acceptor.getCombinedParams().get("port").toString()));
        assertThat(broker.getAddressSettings().get("#").getPageFullMessagePolicy())
                .isEqualTo(PageFullMessagePolicy.DROP);
    }
}
