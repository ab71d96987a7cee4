package vn.quantrac.ingestion.mqtt;

import java.util.function.ToIntFunction;

/** What MQTT may come over, each on a port of its own. */
public enum Transport {
    TCP(false, false, MqttDoorConfig::port),
    TLS(true, false, MqttDoorConfig::tlsPort),
    WEB_SOCKET(false, true, MqttDoorConfig::webSocketPort),
    WEB_SOCKET_TLS(true, true, MqttDoorConfig::webSocketTlsPort);

    final boolean encrypted;
    final boolean webSocket;
    private final ToIntFunction<MqttDoorConfig> port;

    Transport(boolean encrypted, boolean webSocket, ToIntFunction<MqttDoorConfig> port) {
        this.encrypted = encrypted;
        this.webSocket = webSocket;
        this.port = port;
    }

    int port(MqttDoorConfig config) {
        return port.applyAsInt(config);
    }

    boolean isOn(MqttDoorConfig config) {
        return port(config) >= 0;
    }
}
