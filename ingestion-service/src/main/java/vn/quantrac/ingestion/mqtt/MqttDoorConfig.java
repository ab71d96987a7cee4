package vn.quantrac.ingestion.mqtt;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** Of the ports, 0 is a free one and a negative number none. */
@ConfigMapping(prefix = "ingestion.mqtt")
interface MqttDoorConfig {
    /** The address to listen on. */
    @WithDefault("0.0.0.0")
    String host();

    /** The port for MQTT over TCP. */
    @WithDefault("1884")
    int port();

    /** The port for MQTT over TLS, where a logger may also sign in by its certificate. */
    @WithDefault("-1")
    int tlsPort();

    /** The port for MQTT over WebSocket, path {@code /mqtt}. */
    @WithDefault("-1")
    int webSocketPort();

    /** The port for MQTT over WebSocket over TLS. */
    @WithDefault("-1")
    int webSocketTlsPort();

    /** The certificate of the door with its chain, PEM; read again when the file changes. */
    Optional<Path> certificate();

    /** The private key of the certificate, PEM, PKCS 8. */
    Optional<Path> key();

    /** Certificate and key in one PKCS12 file, instead of PEM files. */
    Optional<Path> keystore();

    Optional<String> keystorePassword();

    /** How often the files of the certificate are looked at for a change. */
    @WithDefault("10s")
    Duration certificatePoll();

    /** Most unacknowledged messages of one MQTT 5 connection; it is told so when it connects. */
    @WithDefault("100")
    int receiveMaximum();

    /** Most unacknowledged messages of one MQTT 3.1.1 connection, which cannot be told; beyond it is not read. */
    @WithDefault("1000")
    int unacknowledged();

    /** Largest message; a connection that sends more is closed. */
    @WithDefault("1M")
    MemorySize maxMessage();

    /** Seconds in which a connection must say who it is. */
    @WithDefault("30")
    int connectSeconds();
}
