package vn.quantrac.ingestion.mqtt;

import io.netty.handler.codec.mqtt.MqttProperties;
import io.netty.handler.codec.mqtt.MqttProperties.IntegerProperty;
import io.netty.handler.codec.mqtt.MqttProperties.MqttPropertyType;
import io.netty.handler.codec.mqtt.MqttProperties.StringProperty;

/** What an MQTT 5 logger is told of the door when it is let in. */
record Limits(MqttDoorConfig config) {
    /** @param givenId the client id that it gets; null when it has one */
    MqttProperties told(String givenId) {
        MqttProperties limits = new MqttProperties();
        add(limits, MqttPropertyType.RECEIVE_MAXIMUM, config.receiveMaximum());
        add(limits, MqttPropertyType.MAXIMUM_QOS, 1);
        add(limits, MqttPropertyType.RETAIN_AVAILABLE, 0);
        add(limits, MqttPropertyType.MAXIMUM_PACKET_SIZE, (int)
                config.maxMessage().asLongValue());
        add(limits, MqttPropertyType.WILDCARD_SUBSCRIPTION_AVAILABLE, 0);
        add(limits, MqttPropertyType.SHARED_SUBSCRIPTION_AVAILABLE, 0);
        // A session ends with its connection, whatever the logger asks for.
        add(limits, MqttPropertyType.SESSION_EXPIRY_INTERVAL, 0);
        if (givenId != null) {
            limits.add(new StringProperty(MqttPropertyType.ASSIGNED_CLIENT_IDENTIFIER.value(), givenId));
        }
        return limits;
    }

    private static void add(MqttProperties limits, MqttPropertyType type, int value) {
        limits.add(new IntegerProperty(type.value(), value));
    }
}
