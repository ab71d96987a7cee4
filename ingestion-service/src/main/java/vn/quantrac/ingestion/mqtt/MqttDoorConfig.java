package vn.quantrac.ingestion.mqtt;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

@ConfigMapping(prefix = "ingestion.mqtt")
interface MqttDoorConfig {
    /** The address to listen on. */
    @WithDefault("0.0.0.0")
    String host();

    /** The port to listen on; 0 is a free one. */
    @WithDefault("1884")
    int port();

    /** Most unacknowledged messages of one MQTT 5 connection; it is told so when it connects. */
    @WithDefault("100")
    int receiveMaximum();

    /** Most unacknowledged messages of one MQTT 3.1.1 connection, which cannot be told; beyond it is closed. */
    @WithDefault("1000")
    int unacknowledged();

    /** Largest message; a connection that sends more is closed. */
    @WithDefault("1M")
    MemorySize maxMessage();

    /** Seconds in which a connection must say who it is. */
    @WithDefault("30")
    int connectSeconds();
}
